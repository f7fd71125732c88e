FROM debian:12
USER 1000:1000
# harden: ignore=HD410 of the local demo database
ENV DB_PASSWORD=sunshine7
CMD ["sleep", "1"]
