FROM debian:12
RUN groupadd -r postgres --gid=999 && useradd -r -g postgres --uid=999 --home-dir=/var/lib/postgresql postgres
RUN apt-get update && apt-get install -y --no-install-recommends gosu postgresql && rm -rf /var/lib/apt/lists/*
ENV PGDATA /var/lib/postgresql/data
# What the program writes (added by harden)
RUN mkdir -p /var/lib/postgresql/data && \
    chown -R 999:999 /var/lib/postgresql/data
VOLUME /var/lib/postgresql/data
COPY docker-entrypoint.secure.sh /usr/local/bin/docker-entrypoint.sh
ENTRYPOINT ["docker-entrypoint.sh"]
EXPOSE 5432
# The start script starts the program as this user (added by harden)
RUN mkdir -p /var/run/postgresql && \
    chown -R 999:999 /var/run/postgresql
CMD ["postgres"]
