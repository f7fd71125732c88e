FROM rust:1.77 AS build
WORKDIR /src
COPY . .
RUN cargo build --release

FROM debian:12-slim
COPY --from=build /src/target/release/api /api
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["/api"]
