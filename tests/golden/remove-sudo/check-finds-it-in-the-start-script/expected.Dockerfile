Dockerfile:5:1: warning[HD121]: the start script calls `sudo` in line 3: whoever may call it is root, and under `no-new-privileges` it does not start
5 | ENTRYPOINT ["/start.sh"]
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = help: start as root and hand over with gosu or its like; root needs no `sudo`

Dockerfile: runs as app (1000:1000)
