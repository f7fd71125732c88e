FROM php:8.3-fpm
WORKDIR /var/www/html
COPY . .
RUN chmod -R 775 storage bootstrap/cache
# Run as an unprivileged user (added by harden)
RUN chown -R 33:33 /var/www/html/bootstrap/cache /var/www/html/storage
USER 33:33
