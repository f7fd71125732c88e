# What holds for the current folder: /dev/null

[check]
allow-step-down = true  # default
allowed-registries = []  # default
fail-level = "error"  # default
only-root = false  # default
require-reason = false  # default
suppressions = "allowed"  # default
unknown = "fail"  # default

[daemon]
cgroup_driver = "systemd"  # default
selinux = false  # default
swarm = false  # default
userns_remap = true  # default

[rootfs]
drop_healthcheck = false  # default
keep = []  # default
keep_shell = false  # default
mode = "auto"  # default

# What [policy] does not say follows from each Dockerfile;
# `harden policy FILE` prints it.
