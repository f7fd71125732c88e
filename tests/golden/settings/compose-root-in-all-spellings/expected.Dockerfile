compose.yaml:4:11: error[HD213]: service `s0` runs as root: `user: root` says so
4 |     user: root
  |           ^^^^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml:7:11: error[HD213]: service `s1` runs as root: `user: 0` says so
7 |     user: 0
  |           ^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml:10:11: error[HD213]: service `s2` runs as root: `user: 0:0` says so
10 |     user: "0:0"
   |           ^^^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml:13:11: error[HD213]: service `s3` runs as root: `user: 000` says so
13 |     user: 000
   |           ^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml:16:11: error[HD213]: service `s4` runs as root: `user: +0` says so
16 |     user: +0
   |           ^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml:19:11: error[HD213]: service `s5` runs as root: `user: :1000` says so
19 |     user: ":1000"
   |           ^^^^^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

