FROM debian:12
# harden: ignore=HD441 the fonts are wanted
RUN apt-get update && apt-get install -y libreoffice && rm -rf /var/lib/apt/lists/*
USER 1000:1000
