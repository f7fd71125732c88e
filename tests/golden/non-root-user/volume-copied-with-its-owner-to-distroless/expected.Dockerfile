FROM debian:12 AS build
RUN mkdir /data
COPY server /server

FROM gcr.io/distroless/base-debian12
COPY --from=build /server /server
COPY --from=build --chown=65532:65532 /data /data
VOLUME /data
# Run as an unprivileged user (added by harden)
USER 65532:65532
CMD ["/server"]
