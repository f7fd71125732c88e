FROM debian:12
USER 10001:10001
CMD service cron start && tail -f /var/log/x
