FROM golang AS build
FROM debian:12
COPY --from=composer:2 /usr/bin/composer /usr/bin/
USER 1000:1000
CMD ["sleep", "1"]
