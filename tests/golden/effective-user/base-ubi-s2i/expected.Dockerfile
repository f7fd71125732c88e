Dockerfile:1:1: warning[HD104]: the process runs as uid 1001 but in group 0, whose files it may change
1 | FROM registry.access.redhat.com/ubi9/python-311
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `default` comes with the base image `registry.access.redhat.com/ubi9/python-311` with uid 1001
  = because: the primary group of `default` is gid 0
  = help: name a group as well, such as `USER 1001:1001`

Dockerfile:1:6: warning[HD420]: `registry.access.redhat.com/ubi9/python-311` names no version, so each build may take another one
1 | FROM registry.access.redhat.com/ubi9/python-311
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: add the tag of the version that the program was tested with

Dockerfile:2:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
2 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:3:5: info[HD440]: `pip install` leaves its cache in the image
3 | RUN pip install -r requirements.txt
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -3 +3 @@
    -RUN pip install -r requirements.txt
    +RUN pip install --no-cache-dir -r requirements.txt
  = help: a later `RUN` cannot take away what a layer holds: `pip install --no-cache-dir` in this one, or a cache mount

Dockerfile: runs as default (1001:0)
