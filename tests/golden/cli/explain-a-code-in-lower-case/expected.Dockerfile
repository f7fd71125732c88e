HD104 root-group (warning)
  The user is unprivileged, but its group is root's

What is looked at
  The process has gid 0 though its uid is not 0: `USER 1000` without a group
  where /etc/passwd has no such uid, `USER 1000:0`, or an account whose primary
  group is root. Images made for OpenShift do this on purpose.

Why it matters
  The process may read and write whatever root's group may, which in many images
  is more than intended.

What to do
  Name the group: `USER 1000:1000`.

Example
    FROM debian:12
    USER 1000
    CMD ["sleep", "infinity"]

References
  https://docs.docker.com/reference/dockerfile/#user
  moby/moby: daemon/oci_linux.go (getUser)
