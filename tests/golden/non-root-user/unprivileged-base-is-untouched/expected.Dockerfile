FROM gcr.io/distroless/static:nonroot
COPY server /
ENTRYPOINT ["/server"]
