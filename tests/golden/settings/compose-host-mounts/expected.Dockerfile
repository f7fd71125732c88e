compose.yaml:13:9: warning[HD219]: service `web` may write `/etc` of the host: the host's configuration, with its accounts and keys
13 |       - /etc:/host/etc
   |         ^^^^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:14:9: info[HD219]: service `web` reads `/proc` of the host: the host's processes, and switches of its kernel
14 |       - /proc:/host/proc:ro
   |         ^^^^^^^^^^^^^^^^^^^
   = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:15:9: info[HD219]: service `web` reads `/sys` of the host: switches and devices of the host's kernel
15 |       - /sys:/host/sys:ro
   |         ^^^^^^^^^^^^^^^^^
   = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:16:9: warning[HD219]: service `web` may write `/boot` of the host: the host's kernel and how it starts
16 |       - /boot:/boot
   |         ^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:17:9: warning[HD219]: service `web` may write `/dev` of the host: the host's devices
17 |       - /dev:/dev
   |         ^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:18:9: info[HD219]: service `web` reads `/usr` of the host: programs of the host
18 |       - /usr:/usr:ro
   |         ^^^^^^^^^^^^
   = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:19:9: info[HD219]: service `web` reads `/lib/modules` of the host: the modules of the host's kernel
19 |       - /lib/modules:/lib/modules:ro
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:20:9: warning[HD219]: service `web` may write `/root` of the host: the home of root, with keys and start-up files
20 |       - /root:/r
   |         ^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:21:9: warning[HD219]: service `web` may write `/home/me` of the host: somebody's whole home, with keys and start-up files
21 |       - /home/me:/h
   |         ^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:22:9: warning[HD219]: service `web` reads `~/.ssh` of the host: somebody's keys
22 |       - ~/.ssh:/s:ro
   |         ^^^^^^^^^^^^
   = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:23:9: warning[HD219]: service `web` may write `~/.aws` of the host: somebody's keys
23 |       - $HOME/.aws:/a
   |         ^^^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:24:9: warning[HD219]: service `web` may write `/var/lib/docker` of the host: the files of all containers
24 |       - /var/lib/docker:/d
   |         ^^^^^^^^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:25:9: info[HD219]: service `web` reads `/var/log` of the host: the host's logs, and by links in them more
25 |       - /var/log:/l:ro
   |         ^^^^^^^^^^^^^^
   = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)

compose.yaml:27:9: warning[HD219]: service `web` may write `/etc/timezone` of the host: the host's configuration, with its accounts and keys
27 |       - /etc/timezone:/etc/timezone
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

compose.yaml: web: runs as uid 10001, gid 10001
