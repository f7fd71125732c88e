FROM debian:12 AS build
ARG UNSET
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/app /app
ADD https://github.com/moby/buildkit.git#0123456789abcdef0123456789abcdef01234567:docs /src
ADD https://github.com/moby/buildkit.git#${UNSET} /src
ADD --checksum=0123456789abcdef0123456789abcdef01234567 https://github.com/moby/buildkit.git#v1 /src
ADD https://example.com/app.tgz.asc https://example.com/SUMS.sha256 /tmp/
ADD ${UNSET} /tmp/
ADD app.tgz https.txt /tmp/
COPY <<https://example.com /x
https://example.com

FROM debian:12
ADD https://example.com/app.tgz /tmp/
RUN echo "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d  /tmp/app.tgz" | sha256sum --check -
USER 1000:1000
CMD ["app"]
