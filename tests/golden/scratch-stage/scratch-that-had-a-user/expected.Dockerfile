FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /api .

FROM scratch
COPY --from=build /api /api
USER 65532:65532
ENTRYPOINT ["/api"]
