Dockerfile:4:1: error[HD102]: unknown because it depends on the builder: built by BuildKit it runs as `www-data` (uid 33), by the classic builder and buildah it runs as 1001
4 | USER $APP_USER
  | ^^^^^^^^^^^^^^
  = because: BuildKit: `USER www-data` makes the process run as uid 33 and gid 33
  = because: the classic builder: `USER 1001:1001` makes the process run as uid 1001 and gid 1001
  = because: buildah: `USER 1001:1001` makes the process run as uid 1001 and gid 1001
  = fix: write `USER www-data`
    @@ -4 +4 @@
    -USER $APP_USER
    +USER www-data
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: unknown because it depends on the builder: built by BuildKit it runs as `www-data` (uid 33), by the classic builder and buildah it runs as 1001
