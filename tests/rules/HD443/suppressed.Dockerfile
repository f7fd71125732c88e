FROM debian:12
# harden: ignore=HD443 the program compiles its plugins
RUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*
USER 1000:1000
