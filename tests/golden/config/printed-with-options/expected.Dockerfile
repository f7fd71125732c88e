# What holds for Dockerfile: harden.toml

[check]
allow-step-down = false  # --allow-step-down
allowed-registries = []  # default
fail-level = "never"  # --fail-level
only-root = true  # --only-root
require-reason = false  # default
suppressions = "allowed"  # default
unknown = "ignore"  # --unknown

[daemon]
cgroup_driver = "systemd"  # default
selinux = false  # default
swarm = false  # default
userns_remap = true  # default

[policy]
read_only = false  # --set

[policy.limits]
memory = "2g"  # --set
pids = 10  # harden.toml:7

[rootfs]
drop_healthcheck = false  # default
keep = ["/a", "/b"]  # --keep
keep_shell = true  # --keep-shell
mode = "scratch"  # --rootfs

# What [policy] does not say follows from each Dockerfile;
# `harden policy FILE` prints it.
