FROM debian:12
# harden: ignore=HD466 Kubernetes has a probe
EXPOSE 8080
USER 1000:1000
CMD ["/app/server"]
