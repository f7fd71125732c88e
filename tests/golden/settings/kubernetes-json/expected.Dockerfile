pod.json:2:22: error[HD211]: container `c` of Pod `p` shares the process namespace of the host: it sees every process of the host, and may end those of its user
2 |  "spec": {"hostPID": true, "containers": [{"name": "c", "image": "i"}]}}
  |                      ^^^^
  = help: remove it; the container then gets its own

