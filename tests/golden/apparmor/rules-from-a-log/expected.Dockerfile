# Rules that 8 lines about the profile harden-web ask for. Proposed by harden:
# what a program wanted is not always what it needs, so read them first.
# `generalised` marks names that were made fit for other runs.
#
# The profile takes them from /etc/apparmor.d/local/harden-web; then load it again.

  "/etc/app/key" r,  # 1 line
  "/srv/my site/\{i\}" r,  # 1 line
  "/usr/bin/convert" mrix,  # 1 line
  "/var/log/app-[0-9]*.log" w,  # 2 lines, generalised
  # Undoes the confinement, so it is not given:
  # mount fstype=tmpfs "none" -> "/mnt/",  # 1 line
  network inet raw,  # 1 line
