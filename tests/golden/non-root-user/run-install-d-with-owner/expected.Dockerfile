FROM debian:12
RUN useradd -u 1200 svc && install -d -o svc -g svc -m 0750 /var/lib/svc
VOLUME /var/lib/svc
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 1200:1200
CMD ["server"]
