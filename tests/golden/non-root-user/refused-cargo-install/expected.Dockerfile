FROM debian:12
RUN curl https://sh.rustup.rs -sSf | sh -s -- -y
RUN cargo install mdbook
CMD ["mdbook", "serve"]
