FROM debian:12
ARG UNSET
COPY . /app
ADD rootfs.tar.xz /
ADD app.py layers/*.tgz /
ADD ["data.tar", "/"]
ADD https://example.com/app.conf /etc/
ADD git@github.com:moby/buildkit.git#0123456789abcdef0123456789abcdef01234567 /src
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/app /app
ADD --unpack=false other.tar.gz /
ADD ${UNSET} /opt/
USER 1000:1000
CMD ["app"]
