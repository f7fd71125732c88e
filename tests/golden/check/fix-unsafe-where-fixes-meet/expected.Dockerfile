Dockerfile:2:5: fixed[HD120]: `sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root
2 | RUN sudo apt-get update && sudo apt-get install -y curl --force-yes
  |     ^^^^
  = change: run the commands without `sudo`

Dockerfile:2:10: fixed[HD440]: `apt-get update` leaves its package lists in the image
2 | RUN sudo apt-get update && sudo apt-get install -y curl --force-yes
  |          ^^^^^^^^^^^^^^
  = change: leave no package lists and caches in the image
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:2:33: fixed[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
2 | RUN sudo apt-get update && sudo apt-get install -y curl --force-yes
  |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = change: install no recommended packages
  = help: `--no-install-recommends`; name those that are needed

Dockerfile:2:57: fixed[HD435]: `--force-yes` of `apt-get` installs packages whoever made them: whoever controls the server or the connection can send anything
2 | RUN sudo apt-get update && sudo apt-get install -y curl --force-yes
  |                                                         ^^^^^^^^^^^
  = change: remove it
  = help: add the key with which the packages are signed; for a file of your own compare its checksum

Dockerfile:3:5: fixed[HD440]: `apt-get update` leaves its package lists in the image
3 | RUN apt-get update && apt-get install --allow-unauthenticated -y nginx
  |     ^^^^^^^^^^^^^^
  = change: leave no package lists and caches in the image
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:3:23: fixed[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
3 | RUN apt-get update && apt-get install --allow-unauthenticated -y nginx
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = change: install no recommended packages
  = help: `--no-install-recommends`; name those that are needed

Dockerfile:3:39: fixed[HD435]: `--allow-unauthenticated` of `apt-get` installs packages whoever made them: whoever controls the server or the connection can send anything
3 | RUN apt-get update && apt-get install --allow-unauthenticated -y nginx
  |                                       ^^^^^^^^^^^^^^^^^^^^^^^
  = change: remove it
  = help: add the key with which the packages are signed; for a file of your own compare its checksum

Dockerfile:4:10: fixed[HD434]: `-k` of `curl` does not look whose server answers: whoever sits in between can send anything
4 | RUN curl -k --insecure -o a https://example.com/a && curl -fkL https://example.com/b | sh
  |          ^^
  |             ---------- and this
  = change: remove it
  = help: leave the check on; where the server has a certificate of your own authority, add that one to the image

Dockerfile:4:59: fixed[HD434]: `-k` of `curl` does not look whose server answers: whoever sits in between can send anything
4 | RUN curl -k --insecure -o a https://example.com/a && curl -fkL https://example.com/b | sh
  |                                                           ^^^^
  = change: remove it
  = help: leave the check on; where the server has a certificate of your own authority, add that one to the image

Dockerfile:4:40: warning[HD432]: `sh` runs what `curl` gets, unseen: whoever controls the server or the name controls the image
4 | RUN curl -o a https://example.com/a && curl -fL https://example.com/b | sh
  |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: download it to a file, compare its checksum (`sha256sum -c`), then run it

Dockerfile: runs as uid 10001, gid 10001
