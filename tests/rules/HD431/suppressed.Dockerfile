FROM debian:12
# harden: ignore=HD431 a test of ADD
ADD app.conf /etc/
USER 1000:1000
CMD ["app"]
