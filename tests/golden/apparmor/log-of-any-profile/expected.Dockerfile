# Rules that 1 lines about the profile docker-default ask for. Proposed
# by harden: what a program wanted is not always what it needs, so read them
# first. `generalised` marks names that were made fit for other runs.
#
# The profile takes them from /etc/apparmor.d/local/docker-default; then load it again.

  "/etc/other" r,  # 1 line
