pod.yaml:22:5: error[HD201]: `image` is given twice (first in line 13): the engine refuses the file, and other readers take one of the two
13 |     image: registry.example/web:1
   |     ----- first given here
22 |     image: other:2
   |     ^^^^^
   = help: remove one of them, or merge their values

pod.yaml: web/app: runs as uid 10001, gid 10001
