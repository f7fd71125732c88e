FROM php:8.2-fpm
WORKDIR /var/www/html
# What the program writes (added by harden)
RUN mkdir -p /var/www/html && \
    chown -R 33:33 /var/www/html
VOLUME /var/www/html
COPY docker-entrypoint.secure.sh /usr/local/bin/docker-app-entrypoint
RUN chmod +x /usr/local/bin/docker-app-entrypoint
# The start script starts the program without root (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true
ENTRYPOINT ["docker-app-entrypoint"]
CMD ["php-fpm"]
