HD103 user-cannot-start (error)
  The engine refuses to start this user

What is looked at
  USER names an account that the image does not have, a number above 2147483647,
  or something that is neither a name nor a decimal number (`0x0`). Or USER is
  an account, and the entrypoint hands over with a tool that works for root
  only: gosu, su-exec, chpst, su.

Why it matters
  The image builds, and then no container starts from it: "unable to find user".

What to do
  Create the account before the USER line, or use a number: `USER 10001:10001`
  needs no account.

Example
    FROM debian:12
    COPY app /usr/local/bin/
    USER app
    CMD ["app"]

References
  moby/moby: daemon/oci_linux.go (getUser)
  moby/sys: user/user.go (GetExecUser)
