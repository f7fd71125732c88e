# AppArmor profile of the service web: nothing but what it needs. Written by
# harden for Dockerfile: change harden.toml and run harden again, not this file.
#
#   apparmor_parser -r -W apparmor.profile    load it, or what was changed
#   aa-status | grep harden-web    is it loaded, and does it enforce?
#   apparmor_parser -r -C apparmor.profile    log only, to learn what is needed
#   apparmor_parser -R apparmor.profile       take it out again
#   docker run --security-opt apparmor=harden-web …
#   journalctl -k | harden profile apparmor Dockerfile --from-log -
#
# It is there after a restart of the host as /etc/apparmor.d/harden-web.
# AppArmor 2.x knows no `abi`: leave that line out (--no-abi).

abi <abi/3.0>,
include <tunables/global>

profile "harden-web" flags=(attach_disconnected,mediate_deleted) {

  # TCP, UDP and local sockets; no raw ones and no other family
  network unix,
  # its program may ask for the container's addresses
  network netlink,
  network inet stream,
  network inet dgram,
  network inet6 stream,
  network inet6 dgram,

  # No capability is needed, so none is allowed.

  # What the image holds is read.
  / r,
  /* r,
  /{bin,sbin,lib,lib32,lib64,libx32,usr,etc,var,opt,srv,app}/{,**} r,
  /docker-entrypoint*/{,**} r,
  /run/ r,
  /run/{secrets,.containerenv}{,/**} r,
  deny /etc/{,g}shadow{,-} rwklx,
  "/site{,/{,**}}" r,

  # Of the kernel's files those about processes are read.
  @{PROC}/ r,
  @{PROC}/@{pid}/{,**} r,
  @{PROC}/@{pid}/{comm,oom_score_adj,task/@{tid}/comm} w,
  @{PROC}/{cpuinfo,filesystems,loadavg,meminfo,mounts,stat,uptime,version} r,
  @{PROC}/net/** r,
  @{PROC}/sys/{,**} r,
  /sys/fs/cgroup/{,**} r,
  /sys/devices/system/{cpu,node}/{,**} r,
  /sys/kernel/mm/transparent_hugepage/{,**} r,

  # Programs that run, where images may have them. All others are refused.
  "/{,usr/,usr/local/}{,s}bin/server" mrix,
  "/{dev/init,sbin/docker-init,run/podman-init}" mrix,

  # Libraries that they load
  /{,usr/,usr/local/}lib{,32,64,x32}/** mr,
  /etc/ld.so.cache mr,
  /{opt,srv,app}/**.{so,so.*,node,jsa} mr,
  "/site/**.{so,so.*,node,jsa}" mr,

  # Devices that the engine gives to every container
  /dev/{null,zero,full,random,urandom,tty,console,ptmx} rw,
  /dev/pts/{,*} rw,
  /dev/{shm,mqueue}/{,**} rwlk,

  # `VOLUME` in line 5 (Dockerfile:5)
  "/data{,/{,**}}" rwlk,
  # programs put sockets and process ids there
  "/run{,/{,**}}" rwlk,
  # programs put temporary files there
  "/tmp{,/{,**}}" rwlk,

  ptrace (read, readby) peer="harden-web",

  # The engine stops the container; its processes signal one another.
  signal (receive) peer=unconfined,
  signal (receive) peer=runc,
  signal (receive) peer=crun,
  signal (send, receive) peer="harden-web",

  # The kernel's own files. The patterns spell out "everything but".
  deny @{PROC}/* w,
  deny @{PROC}/{[^1-9/],[^1-9/][^0-9/],[^1-9s/][^0-9y/][^0-9s/],[^1-9/][^0-9/][^0-9/][^0-9/]*}/** w,
  deny @{PROC}/sys/[^k]** w,
  deny @{PROC}/sys/kernel/{?,??,[^s][^h][^m]**} w,
  deny @{PROC}/sysrq-trigger rwklx,
  deny @{PROC}/kcore rwklx,
  deny /sys/[^f]*/** wklx,
  deny /sys/f[^s]*/** wklx,
  deny /sys/fs/[^c]*/** wklx,
  deny /sys/fs/c[^g]*/** wklx,
  deny /sys/fs/cg[^r]*/** wklx,
  deny /sys/firmware/** rwklx,
  deny /sys/devices/virtual/powercap/** rwklx,
  deny /sys/kernel/security/** rwklx,

  deny mount,

  # Own rules, such as `harden profile apparmor --from-log` proposes
  include if exists <local/harden-web>
}
