FROM debian:12 AS build
RUN chmod u+s /usr/local/bin/build-only

FROM debian:12
COPY --chmod=0755 one /usr/local/bin/one
# Folders pass their group on.
RUN mkdir -m 2775 /data && chmod g+s /srv/shared && install -d -m 2770 /logs
RUN find /srv -type d -exec chmod 2775 {} +
# Given and taken back.
RUN chmod 4755 /usr/bin/two && do-it && chmod u-s /usr/bin/two
RUN chmod u+s /usr/bin/three
RUN chmod 0755 /usr/bin/three
RUN chmod 4755 /usr/bin/four && rm -f /usr/bin/four
# Not what it looks like.
RUN echo "chmod 4755 /bin/sh" && chmod --reference=/bin/true 4755
RUN chmod $MODE /usr/bin/five
USER 1000:1000
