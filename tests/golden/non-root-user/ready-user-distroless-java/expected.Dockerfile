FROM gcr.io/distroless/java17-debian12
COPY app.jar /app.jar
# Run as an unprivileged user (added by harden)
USER 65532:65532
CMD ["/app.jar"]
