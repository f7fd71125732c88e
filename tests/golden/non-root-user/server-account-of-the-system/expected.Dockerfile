FROM debian:12
RUN apt-get update && apt-get install -y php8.2-fpm
# Run as an unprivileged user (added by harden)
RUN mkdir -p /run/php && \
    touch /var/log/php8.2-fpm.log && \
    chown -R 33:33 /run/php /var/log/php8.2-fpm.log
USER 33:33
CMD ["php-fpm8.2", "-F"]
