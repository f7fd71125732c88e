# AppArmor profile of the service db: the engine's default rules, without what
# it does not need. Written by harden for Dockerfile.secure: change harden.toml
# and run harden again, not this file.
#
#   apparmor_parser -r -W apparmor.profile    load it, or what was changed
#   aa-status | grep harden-db    is it loaded, and does it enforce?
#   apparmor_parser -r -C apparmor.profile    log only, to learn what is needed
#   apparmor_parser -R apparmor.profile       take it out again
#   docker run --security-opt apparmor=harden-db …
#   journalctl -k | harden profile apparmor Dockerfile.secure --from-log -
#
# It is there after a restart of the host as /etc/apparmor.d/harden-db.
# AppArmor 2.x knows no `abi`: leave that line out (--no-abi).

abi <abi/3.0>,
include <tunables/global>

profile "harden-db" flags=(attach_disconnected,mediate_deleted) {
  include <abstractions/base>

  network,
  # The kernel's cryptography and the host's side of virtual machines
  deny network alg,
  deny network vsock,
  # Forged packets: the policy has no NET_RAW.
  deny network inet raw,
  deny network inet6 raw,
  deny network packet,

  # the base's entrypoint gives the volume to the service's user
  # (base_images.json: postgres-17)
  capability chown,
  # the base's entrypoint finds a volume closed to others at the second start
  # (base_images.json: postgres-17)
  capability dac_override,
  # the base's entrypoint steps down: sets the service's gid and groups
  # (base_images.json: postgres-17)
  capability setgid,
  # the base's entrypoint steps down: sets the service's uid (base_images.json:
  # postgres-17)
  capability setuid,

  # Everything may be read and run. Written is only what the policy names, also
  # where somebody mounts more.
  /{,**} rmkix,
  # The files of its processes; what is denied below stays so.
  @{PROC}/** w,

  # Devices that the engine gives to every container
  /dev/{null,zero,full,random,urandom,tty,console,ptmx} rw,
  /dev/pts/{,*} rw,
  /dev/{shm,mqueue}/{,**} rwlk,

  # programs put sockets and process ids there
  "/run{,/{,**}}" rwlk,
  # the base image's program writes it (base_images.json: postgres-17)
  "/run/postgresql{,/{,**}}" rwlk,
  # programs put temporary files there
  "/tmp{,/{,**}}" rwlk,
  # the base image declares it a volume (base_images.json: postgres-17)
  "/var/lib/postgresql/data{,/{,**}}" rwlk,

  umount,
  ptrace (trace, tracedby, read, readby) peer="harden-db",

  # The engine stops the container; its processes signal one another.
  signal (receive) peer=unconfined,
  signal (receive) peer=runc,
  signal (receive) peer=crun,
  signal (send, receive) peer="harden-db",

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
  include if exists <local/harden-db>
}
