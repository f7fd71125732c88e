# What holds for legacy/Dockerfile: harden.toml

[bases."corp/\"x\":1*"]
accounts = ["app:1:1"]  # harden.toml:13
user = ""  # harden.toml:12

[check]
allow-step-down = true  # default
allowed-registries = []  # default
fail-level = "error"  # default
only-root = false  # default
require-reason = false  # default
suppressions = "allowed"  # default
unknown = "fail"  # default

[check.severity]
HD104 = "error"  # harden.toml:10

[daemon]
cgroup_driver = "systemd"  # default
selinux = false  # default
swarm = false  # default
userns_remap = true  # default

[policy]
ports = ["80"]  # harden.toml:15
writable = [{ path = "/data", size = "1g" }]  # harden.toml:16

[policy.limits]
memory = "1g"  # harden.toml:17

[policy.sysctls]
"net.core.somaxconn" = "1024"  # harden.toml:19

[rootfs]
drop_healthcheck = false  # default
keep = []  # default
keep_shell = false  # default
mode = "auto"  # default

[[check.ignore]]  # harden.toml:1, expired
expires = 2020-02-29
path = "legacy/**"
reason = "is switched off in winter"
rules = ["root-user", "HD130"]

[[check.ignore]]  # harden.toml:6, for other files
path = "new/*"
rules = ["HD104"]

# What [policy] does not say follows from each Dockerfile;
# `harden policy FILE` prints it.
