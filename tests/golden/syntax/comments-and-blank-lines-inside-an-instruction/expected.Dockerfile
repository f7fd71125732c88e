Dockerfile:4:5: info[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
4 |     apt-get install -y nginx && \
  |     ^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: install no recommended packages
    @@ -4 +4 @@
    -    apt-get install -y nginx && \
    +    apt-get install --no-install-recommends -y nginx && \
  = help: `--no-install-recommends`; name those that are needed

Dockerfile: runs as www-data (33:33)
