FROM debian:12
RUN groupadd --gid 1000 app && useradd --uid 1001 --gid 1000 app
USER 1001:1000
CMD ["/app/server"]
