Dockerfile:3:5: info[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
3 |     apt-get install -y curl && \    
  |     ^^^^^^^^^^^^^^^^^^^^^^^
  = fix: install no recommended packages
    @@ -3 +3 @@
    -    apt-get install -y curl && \   
    +    apt-get install --no-install-recommends -y curl && \   
  = help: `--no-install-recommends`; name those that are needed

Dockerfile: runs as uid 1000, gid 1000
