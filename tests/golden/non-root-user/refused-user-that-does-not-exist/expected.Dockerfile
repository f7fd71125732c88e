FROM debian:12
COPY server /usr/local/bin/server
USER appuser
CMD ["server"]
