--- Dockerfile
+++ Dockerfile
@@ -1,5 +1,11 @@
 FROM debian:12
 # héllo 𝒳 | `x`
-RUN echo "é𝒳" && sudo apt-get update
+RUN echo "é𝒳" && apt-get update
+# Run as an unprivileged user (added by harden)
+RUN groupadd --gid 10001 app && \
+    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
+    mkdir -p /var/lib/redis && \
+    chown -R 10001:10001 /var/lib/redis
+USER 10001:10001
 CMD echo hi
-CMD redis-server
+CMD ["redis-server"]
