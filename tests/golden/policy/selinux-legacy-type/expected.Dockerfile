Service
  Dockerfile          Dockerfile
  name                web         `name` (harden.toml:2)
  image               web:secure  the tag that `docker build -t` is given

User
  runs as             10001:10001  `USER 10001:10001` makes the process run as uid 10001 and gid 10001 (Dockerfile:2)
  starts as           itself       `USER 10001:10001` makes the process run as uid 10001 and gid 10001 (Dockerfile:2)

Files
  read-only root      yes                                   the service writes to the paths below only
  writable            bind /srv/web at /data, relabelled Z  `writable` (harden.toml:4)
  writable            tmpfs /run rw,noexec,nosuid,nodev,size=64m,uid=10001,gid=10001,mode=0700  programs put sockets and process ids there
  writable            tmpfs /tmp rw,noexec,nosuid,nodev,size=64m,uid=10001,gid=10001,mode=1777  programs put temporary files there

Network
  network             web-net  a network of its own: no unasked neighbours, names resolve

Privileges
  capabilities        none
  no new privileges   yes               set-uid programs and file capabilities give nothing; a step-down needs neither
  seccomp profile     seccomp.json      the engine's default profile without what only other capabilities and other sockets need
  AppArmor profile    the engine's
  SELinux             type:container_t  `selinux`: `svirt_lxc_net_t` is its old name (harden.toml:3)
  SELinux             level:s0:c1,c2    `selinux` (harden.toml:3)
  starts program      server            it starts in line 3 (Dockerfile:3)

Limits
  processes           200                room for a small service
  memory              512m               room for a small service
  memory and swap     512m               no swap: a leak ends the container, not the host
  cpus                1                  one processor
  ulimit              nofile 1024:16384  open files and sockets; an engine whose own hard limit is lower refuses it
  ulimit              core 0:0           no core dumps with secrets in them

Isolation
  IPC namespace       private  no shared memory with others
  cgroup namespace    private  the host's tree of control groups stays out of sight

Process
  init                yes           the first process must take signals and reap what its children leave, which this one may not do
  health check        none
  restart             on-failure:5  a service that cannot start does not try for ever (CIS Docker Benchmark 5.15)
  shell in image      yes

Assumed
  no port is published because there is no `EXPOSE`
  the service writes to no other path: where it fails with "Read-only file system", name the path in `[policy] writable`
  memory 512m, 200 processes and one processor are enough; measure, and set `[policy.limits]`
