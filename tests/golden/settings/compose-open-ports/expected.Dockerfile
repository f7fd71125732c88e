compose.yaml:13:9: warning[HD227]: port 80 of service `web` is open on every interface of the host, past the rules of its firewall
13 |       - "80:80"
   |         ^^^^^^^
   = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

compose.yaml:14:9: warning[HD227]: port 443 of service `web` is open on every interface of the host, past the rules of its firewall
14 |       - 443
   |         ^^^
   = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

compose.yaml:16:9: warning[HD227]: port 82 of service `web` is open on every interface of the host, past the rules of its firewall
16 |       - "0.0.0.0:82:82"
   |         ^^^^^^^^^^^^^^^
   = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

compose.yaml:17:9: warning[HD227]: port 83 of service `web` is open on every interface of the host, past the rules of its firewall
17 |       - "[::]:83:83"
   |         ^^^^^^^^^^^^
   = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

compose.yaml:18:9: warning[HD227]: port 8084 of service `web` is open on every interface of the host, past the rules of its firewall
18 |       - {target: 84, published: 8084}
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

compose.yaml:21:9: warning[HD227]: port 8087 of service `web` is open on every interface of the host, past the rules of its firewall
21 |       - ${PORT:-8087}:87
   |         ^^^^^^^^^^^^^^^^
   = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

compose.yaml: web: runs as uid 10001, gid 10001
