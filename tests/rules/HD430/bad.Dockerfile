ARG VERSION=1.2
FROM debian:12 AS build
ARG VERSION
# checked before, not behind
RUN sha256sum -c /sums
ARG URL=https://example.com/tool
ADD http://example.com/app-${VERSION}.tgz /tmp/
ADD ${URL} local.txt /tmp/
ADD https://github.com/moby/buildkit.git#v0.14.1 /src
ADD git@github.com:moby/buildkit.git /src

FROM debian:12
ADD --chown=1000 ["https://example.com/app", "/usr/local/bin/app"]
RUN sha256sum /usr/local/bin/app
USER 1000:1000
CMD ["app"]
