--run:1:152: warning[HD227]: port 8080 of the container of `registry.example/web:1` is open on every interface of the host, past the rules of its firewall
1 | …imit 256 --health-cmd true -p 8080:80 -P registry.example/web:1
  |                                ^^^^^^^
  = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

--run:1:160: warning[HD227]: every exposed port of the container of `registry.example/web:1` is open on every interface of the host, past the rules of its firewall
1 | … --health-cmd true -p 8080:80 -P registry.example/web:1
  |                                ^^
  = help: `127.0.0.1:` in front, if only this host needs it (CIS Docker Benchmark 1.6, 5.14)

--run: registry.example/web:1: runs as uid 10001, gid 10001
