FROM debian:12
CMD ["/bin/sh", "-c", "cd / && exec cron -f"]
