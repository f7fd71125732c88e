FROM php:8.2-apache
RUN docker-php-ext-install pdo_mysql && a2enmod rewrite
COPY src/ /var/www/html/
EXPOSE 80
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/lock/apache2 /var/run/apache2 && \
    chown -R 33:33 /var/lock/apache2 /var/run/apache2
USER 33:33
