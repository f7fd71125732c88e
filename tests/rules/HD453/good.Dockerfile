FROM debian:12 AS build
ENV DOCKER_HOST=tcp://docker:2375

FROM debian:12
LABEL usage="docker run -v /var/run/docker.sock:/var/run/docker.sock x"
# Mount /var/run/docker.sock to use it.
ENV DOCKER_HOST="" PHP_SOCKET=/run/php-fpm.sock
ARG DOCKER_HOST=tcp://docker:2375
VOLUME /var/lib/docker
USER 1000:1000
CMD ["server", "--socket", "/run/app/docker.socket"]
