--run:1:130: info[HD214]: as whom the container of `registry.example/web:1` runs is unknown because nothing is known about the image `registry.example/web:1`
1 | …s-limit 256 --health-cmd true registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^
  = help: `--user 10001:10001`, or `USER` in its Dockerfile

--run: registry.example/web:1: unknown because nothing is known about the image `registry.example/web:1`
