FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /api .

FROM gcr.io/distroless/static:nonroot
COPY --from=build /api /api
ENTRYPOINT ["/api"]
