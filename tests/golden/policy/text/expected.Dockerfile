Service
  Dockerfile          Dockerfile
  name                web         `--set name`
  image               web:secure  the tag that `docker build -t` is given

User
  runs as             101:101 (nginx)  `USER 101:101` makes the process run as uid 101 and gid 101 (Dockerfile:7)
  starts as           itself           `USER 101:101` makes the process run as uid 101 and gid 101 (Dockerfile:7)

Files
  read-only root      yes  the service writes to the paths below only
  writable            tmpfs /run rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=0700  the base image's program writes it (base_images.json: nginx)
  writable            tmpfs /tmp rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=1777  programs put temporary files there
  writable            tmpfs /var/cache/nginx rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=0700  the base image's program writes it (base_images.json: nginx)

Network
  port                80/tcp, published as 127.0.0.1:80:80/tcp  the base image listens there (base_images.json: nginx)
  network             web-net                                   a network of its own: no unasked neighbours, names resolve

Privileges
  capabilities        none
  no new privileges   yes           set-uid programs and file capabilities give nothing; a step-down needs neither
  seccomp profile     seccomp.json  the system calls that nginx needs (seccomp/sets.json: nginx)
  AppArmor profile    the engine's
  system calls of     nginx         `nginx` is what starts (runtimes.json: nginx)
  starts program      nginx         the base image starts it (base_images.json: nginx)

Limits
  processes           100                room for a small nginx service (runtimes.json: nginx)
  memory              256m               room for a small nginx service (runtimes.json: nginx)
  memory and swap     256m               no swap: a leak ends the container, not the host
  cpus                1                  one processor
  ulimit              nofile 1024:16384  open files and sockets; an engine whose own hard limit is lower refuses it
  ulimit              core 0:0           no core dumps with secrets in them

Isolation
  IPC namespace       private  no shared memory with others
  cgroup namespace    private  the host's tree of control groups stays out of sight

Process
  init                no                                              it waits for its children itself (runtimes.json: nginx)
  health check        /bin/sh -c curl -f http://localhost/ || exit 1  `HEALTHCHECK` in line 3 (Dockerfile:3)
  restart             on-failure:5                                    a service that cannot start does not try for ever (CIS Docker Benchmark 5.15)
  shell in image      yes

Assumed
  the service writes to no other path: where it fails with "Read-only file system", name the path in `[policy] writable`
  memory 256m, 100 processes and one processor are enough; measure, and set `[policy.limits]`
