FROM debian:12
RUN groupadd --gid 999 --system rabbitmq && useradd --uid 999 --system --home-dir /var/lib/rabbitmq --gid rabbitmq rabbitmq
RUN apt-get update && apt-get install -y --no-install-recommends rabbitmq-server && rm -rf /var/lib/apt/lists/*
ENV RABBITMQ_DATA_DIR /var/lib/rabbitmq
# What the program writes (added by harden)
RUN mkdir -p /var/lib/rabbitmq && \
    chown -R 999:999 /var/lib/rabbitmq
VOLUME $RABBITMQ_DATA_DIR
COPY --chmod=755 docker-entrypoint.secure.sh /usr/local/bin/docker-entrypoint.sh
ENTRYPOINT ["docker-entrypoint.sh"]
EXPOSE 4369 5672 25672
# The start script starts the program without root (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true
CMD ["rabbitmq-server"]
