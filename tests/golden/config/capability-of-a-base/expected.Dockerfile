Service
  Dockerfile          Dockerfile
  name                capability-of-a-base         the name of the build context's folder
  image               capability-of-a-base:secure  the tag that `docker build -t` is given

User
  runs as             1500:1500  the user `1500:1500` of the base image `registry.example.com/base/proxy:1` makes the process run as uid 1500 and gid 1500 (Dockerfile:1)
  starts as           itself     the user `1500:1500` of the base image `registry.example.com/base/proxy:1` makes the process run as uid 1500 and gid 1500 (Dockerfile:1)

Files
  read-only root      yes  the service writes to the paths below only
  writable            tmpfs /run rw,noexec,nosuid,nodev,size=64m,uid=1500,gid=1500,mode=0700  programs put sockets and process ids there
  writable            tmpfs /tmp rw,noexec,nosuid,nodev,size=64m,uid=1500,gid=1500,mode=1777  programs put temporary files there

Network
  network             capability-of-a-base-net  a network of its own: no unasked neighbours, names resolve

Privileges
  capability          NET_BIND_SERVICE  `/usr/bin/proxy` carries it as a file, and needs it to start or to work (base_images.json: registry.example.com/base/*)
  no new privileges   yes               set-uid programs and file capabilities give nothing; a step-down needs neither
  seccomp profile     seccomp.json      the engine's default profile without what only other capabilities and other sockets need
  AppArmor profile    the engine's
  starts program      /usr/bin/proxy    it starts in line 2 (Dockerfile:2)

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
