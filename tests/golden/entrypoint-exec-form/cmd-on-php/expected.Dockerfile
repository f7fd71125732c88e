FROM php:8.3-cli
USER 10001:10001
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
