# AppArmor profile of the service web: the engine's default rules, without what
# it does not need. Written by harden for Dockerfile.secure: change harden.toml
# and run harden again, not this file.
#
#   apparmor_parser -r -W apparmor.profile    load it, or what was changed
#   aa-status | grep harden-web    is it loaded, and does it enforce?
#   apparmor_parser -r -C apparmor.profile    log only, to learn what is needed
#   apparmor_parser -R apparmor.profile       take it out again
#   docker run --security-opt apparmor=harden-web …
#   journalctl -k | harden profile apparmor Dockerfile.secure --from-log -
#
# It is there after a restart of the host as /etc/apparmor.d/harden-web.
# AppArmor 2.x knows no `abi`: leave that line out (--no-abi).

abi <abi/3.0>,
include <tunables/global>

profile "harden-web" flags=(attach_disconnected,mediate_deleted) {
  include <abstractions/base>

  network,
  # The kernel's cryptography and the host's side of virtual machines
  deny network alg,
  deny network vsock,

  # `capabilities` (harden.toml:9)
  capability net_raw,

  # Everything may be read and run. Written is only what the policy names, also
  # where somebody mounts more.
  /{,**} rmkix,
  # The files of its processes; what is denied below stays so.
  @{PROC}/** w,

  # Devices that the engine gives to every container
  /dev/{null,zero,full,random,urandom,tty,console,ptmx} rw,
  /dev/pts/{,*} rw,
  /dev/{shm,mqueue}/{,**} rwlk,
  # `devices` (harden.toml:20)
  "/dev/fuse" rw,
  # `devices` (harden.toml:20)
  "/dev/modem" rw,

  # `VOLUME` in line 7 (Dockerfile.secure:7)
  "/data{,/{,**}}" rwlk,
  # `writable` (harden.toml:7)
  "/scratch{,/{,**}}" rwmlk,
  # `writable` (harden.toml:7)
  "/srv{,/{,**}}" rwlk,
  # programs put temporary files there
  "/tmp{,/{,**}}" rwlk,
  # `writable` (harden.toml:7)
  "/var/cache/web{,/{,**}}" rwlk,

  umount,
  ptrace (trace, tracedby, read, readby) peer="harden-web",

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
