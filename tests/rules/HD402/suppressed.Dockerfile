# harden: ignore=HD402 users of this image may become root
FROM debian:12
RUN useradd --uid 1000 --user-group app
USER app
CMD ["/app/server"]
