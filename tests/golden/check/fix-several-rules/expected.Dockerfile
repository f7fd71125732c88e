Dockerfile:2:1: fixed[HD431]: `ADD` also unpacks archives and downloads: whoever changes the source may get more than a copy
2 | ADD requirements.txt app.py /app/
  | ^^^
  = change: write `COPY`

Dockerfile:3:5: fixed[HD440]: `apt-get update` leaves its package lists in the image
3 | RUN apt-get update && \
  |     ^^^^^^^^^^^^^^
  = change: leave no package lists and caches in the image
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:5:53: fixed[HD440]: `pip install` leaves its cache in the image
5 | RUN set -eux; pip install -r /app/requirements.txt; pip install gunicorn
  |                                                     ^^^^^^^^^^^^^^^^^^^^
  = change: leave no package lists and caches in the image
  = help: a later `RUN` cannot take away what a layer holds: `pip install --no-cache-dir` in this one, or a cache mount

Dockerfile:11:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
11 | CMD gunicorn app:app
   | ^^^^^^^^^^^^^^^^^^^^
   = help: write it as a list of strings: the exec form

Dockerfile: runs as app (1500:1500)
