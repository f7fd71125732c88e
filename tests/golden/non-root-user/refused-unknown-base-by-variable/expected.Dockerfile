ARG BASE
FROM ${BASE}
COPY server /usr/local/bin/server
ENTRYPOINT ["server"]
