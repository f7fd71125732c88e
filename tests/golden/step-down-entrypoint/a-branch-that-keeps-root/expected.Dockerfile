FROM debian:12
RUN groupadd -g 999 app && useradd -u 999 -g 999 app
RUN apt-get update && apt-get install -y --no-install-recommends gosu && rm -rf /var/lib/apt/lists/*
COPY entry.secure.sh /entry.sh
ENTRYPOINT ["/entry.sh"]
CMD ["server"]
