--- Dockerfile
+++ Dockerfile
@@ -1,6 +1,17 @@
 FROM debian:12
+# The package's account, with a number that is known (added by harden)
+RUN groupadd --system --gid 900 redis && \
+    useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /var/lib/redis --shell /usr/sbin/nologin redis
 RUN apt-get update && apt-get install -y redis-server
-COPY docker/entry.sh /usr/local/bin/
+COPY docker/entry.secure.sh /usr/local/bin/entry.sh
+# What the program writes (added by harden)
+RUN mkdir -p /data && \
+    chown -R 900:900 /data
 VOLUME /data
+# The start script starts the program without root (added by harden)
+RUN apt-get update && \
+    apt-get install -y --no-install-recommends gosu && \
+    rm -rf /var/lib/apt/lists/* && \
+    gosu nobody true
 ENTRYPOINT ["entry.sh"]
 CMD ["redis-server"]
--- docker/entry.sh
+++ docker/entry.secure.sh
@@ -1,4 +1,9 @@
 #!/bin/sh
+# Written by harden from entry.sh for Dockerfile: the program starts without root.
 set -e
 chown -R redis:redis /data
+# Start the program without root (added by harden)
+if [ "$(id -u)" = 0 ]; then
+    exec gosu 900:900 "$@"
+fi
 exec "$@"
