FROM debian:12
RUN <<EOT
groupadd --gid 4000 svc
useradd --uid 4000 --gid svc svc
EOT
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 4000:4000
CMD ["server"]
