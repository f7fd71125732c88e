--run:1:134: info[HD217]: the container of `registry.example/web:1` keeps the capabilities that the engine gives to every container, of which few programs need any
1 | …s-limit 256 --health-cmd true registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^
  = help: `--cap-drop ALL`, and `--cap-add` what is missed (CIS Docker Benchmark 1.6, 5.4)

--run: registry.example/web:1: runs as uid 10001, gid 10001
