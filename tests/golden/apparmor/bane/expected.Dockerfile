# AppArmor profile from the settings of bane. Written by harden.
#
#   apparmor_parser -r -W FILE                    load it, or what was changed
#   aa-status | grep docker-nginx    is it loaded, and does it enforce?
#   apparmor_parser -r -C FILE                    log only
#   apparmor_parser -R FILE                       take it out again
#   docker run --security-opt apparmor=docker-nginx …
#
# It is there after a restart of the host as /etc/apparmor.d/containers/docker-nginx.
# AppArmor 2.x knows no `abi`: leave that line out.

abi <abi/3.0>,
include <tunables/global>

profile "docker-nginx" flags=(attach_disconnected,mediate_deleted) {
  include <abstractions/base>

  network inet tcp,
  network inet udp,
  network inet icmp,
  deny network alg,
  deny network raw,
  deny network packet,

  file,
  umount,

  deny /bin/** wl,
  deny /etc/** wl,

  audit /** w,

  /var/run/nginx.pid w,

  /usr/sbin/nginx ix,

  deny /bin/dash mrwklx,
  deny /bin/sh mrwklx,

  capability chown,
  capability net_bind_service,

  # The engine stops the container; its processes signal one another.
  signal (receive) peer=unconfined,
  signal (receive) peer=runc,
  signal (receive) peer=crun,
  signal (send, receive) peer="docker-nginx",

  ptrace (trace, tracedby, read, readby) peer="docker-nginx",

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
  deny @{PROC}/mem rwklx,
  deny @{PROC}/kmem rwklx,
  deny /sys/firmware/efi/efivars/** rwklx,
}
