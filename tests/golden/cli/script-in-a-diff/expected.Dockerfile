--- Dockerfile
+++ Dockerfile
@@ -1,6 +1,16 @@
 FROM debian:12
 RUN apt-get update && apt-get install -y redis-server
-COPY docker/entry.sh /usr/local/bin/
+COPY docker/entry.secure.sh /usr/local/bin/entry.sh
+# The user that the program runs as, and what it writes (added by harden)
+RUN groupadd --gid 10001 app && \
+    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
+    mkdir -p /data /var/lib/redis && \
+    chown -R 10001:10001 /data /var/lib/redis
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
@@ -1,4 +1,11 @@
 #!/bin/sh
+# Written by harden from entry.sh for Dockerfile: the program starts without root.
 set -e
 chown -R redis:redis /data
+# Start the program without root (added by harden)
+if [ "$(id -u)" = 0 ]; then
+    # The program writes here, whosever it was before
+    find /data \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
+    exec gosu 10001:10001 "$@"
+fi
 exec "$@"
