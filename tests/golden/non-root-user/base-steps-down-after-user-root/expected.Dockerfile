FROM redis:7
USER root
RUN apt-get update && apt-get install -y curl
CMD ["redis-server", "/etc/redis.conf"]
