context/a/Dockerfile.x: runs as uid 1000, gid 1000
context/b/c/Dockerfile.x: runs as uid 1000, gid 1000

2 files: 0 errors, 0 warnings, 0 remarks
