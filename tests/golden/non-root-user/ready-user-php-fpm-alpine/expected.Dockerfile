FROM php:8.3-fpm-alpine
RUN docker-php-ext-install opcache
WORKDIR /var/www/html
COPY . .
# Run as an unprivileged user (added by harden)
USER 82:82
