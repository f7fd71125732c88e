FROM debian:12
# harden: ignore=HD430 the newest list is wanted
ADD https://example.com/blocklist /etc/blocklist
USER 1000:1000
CMD ["app"]
