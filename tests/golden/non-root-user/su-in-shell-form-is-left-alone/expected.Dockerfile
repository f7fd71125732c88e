FROM debian:12
RUN useradd -u 1000 app
CMD ["su", "app", "-c", "/usr/local/bin/server"]
