FROM debian:12 AS build
USER root
RUN make

FROM gcr.io/distroless/static:nonroot
COPY --from=build /out/app /app
CMD ["/app"]
