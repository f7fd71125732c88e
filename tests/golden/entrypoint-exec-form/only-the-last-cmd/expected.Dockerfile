FROM debian:12
CMD redis-server --first
USER 10001:10001
CMD ["redis-server", "--second"]
