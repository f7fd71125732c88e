--- Dockerfile
+++ Dockerfile
@@ -1,3 +1,5 @@
 FROM node:20-slim
 COPY . /app
+# Run as an unprivileged user (added by harden)
+USER 1000:1000
 CMD ["node", "/app/server.js"]
\ No newline at end of file
