compose.yaml:2:3: error[HD213]: service `web` runs as root: its image `nginx:1.27` starts as root
2 |   web: {image: "nginx:1.27"}
  |   ^^^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

