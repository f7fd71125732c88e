FROM golang:1.22 AS build
RUN make
FROM debian:12
COPY --from=build /bin/x /bin/x
USER 10001:10001
CMD ["/bin/x"]
