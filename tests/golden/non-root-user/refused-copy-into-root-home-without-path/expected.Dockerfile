FROM rust:1.78 AS build
RUN cargo install ripgrep

FROM debian:12
COPY --from=build /usr/local/cargo/bin/rg /root/bin/rg
CMD ["/root/bin/rg", "--version"]
