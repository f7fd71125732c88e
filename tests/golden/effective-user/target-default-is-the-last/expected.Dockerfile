Dockerfile:10:5: info[HD440]: `npm ci` leaves its cache in the image
10 | RUN npm ci --omit=dev
   |     ^^^^^^^^^^^^^^^^^
   = fix: leave no package lists and caches in the image
     @@ -10 +10 @@
     -RUN npm ci --omit=dev
     +RUN npm ci --omit=dev && npm cache clean --force
   = help: a later `RUN` cannot take away what a layer holds: `npm cache clean --force` in this one, or a cache mount

Dockerfile: runs as node (1000:1000)
