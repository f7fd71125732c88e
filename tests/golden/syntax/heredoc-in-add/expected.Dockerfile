Dockerfile:2:1: info[HD431]: `ADD` also unpacks archives and downloads: whoever changes the source may get more than a copy
2 | ADD <<EOF /etc/app.conf
  | ^^^
  = fix: write `COPY`
    @@ -2 +2 @@
    -ADD <<EOF /etc/app.conf
    +COPY <<EOF /etc/app.conf

Dockerfile: runs as uid 1000, gid 1000
