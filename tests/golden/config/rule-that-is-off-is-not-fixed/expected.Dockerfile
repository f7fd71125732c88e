--- Dockerfile
+++ Dockerfile
@@ -1,2 +1,2 @@
 FROM debian:12
-CMD redis-server
+CMD ["redis-server"]
