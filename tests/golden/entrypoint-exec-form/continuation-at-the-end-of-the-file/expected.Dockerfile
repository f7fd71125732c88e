FROM debian:12
USER 10001:10001
CMD ["/bin/sh", "-c", "exec redis-server $A"] \
