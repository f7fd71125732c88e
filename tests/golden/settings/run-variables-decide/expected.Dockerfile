--run:1:162: info[HD204]: `privileged` of the container of `registry.example/web:1` is not known: `$P` is not told by the line
1 | …-health-cmd true --privileged=$P --cap-add $CAP $MORE registry.example/web:1
  |                                ^^
  = help: write the value down, so that it can be checked

--run:1:175: info[HD204]: `cap-add` of the container of `registry.example/web:1` is not known: `$CAP` is not told by the line
1 | …rue --privileged=$P --cap-add $CAP $MORE registry.example/web:1
  |                                ^^^^
  = help: write the value down, so that it can be checked

--run: registry.example/web:1: runs as uid 10001, gid 10001
