Dockerfile: runs as root (uid 0)
a/compose.yaml: web: runs as uid 1000, gid 1000

2 files: 0 errors, 0 warnings, 0 remarks
