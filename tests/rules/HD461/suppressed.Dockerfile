FROM debian:12
RUN useradd --uid 1001 app
# harden: ignore=HD461 never runs in Kubernetes
USER app
CMD ["/app/server"]
