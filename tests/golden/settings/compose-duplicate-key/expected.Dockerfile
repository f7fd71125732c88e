compose.yaml:12:5: error[HD201]: `image` is given twice (first in line 3): the engine refuses the file, and other readers take one of the two
 3 |     image: registry.example/web:1
   |     ----- first given here
12 |     image: other:2
   |     ^^^^^
   = help: remove one of them, or merge their values

compose.yaml: web: runs as uid 10001, gid 10001
