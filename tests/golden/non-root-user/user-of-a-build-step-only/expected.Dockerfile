FROM debian:12
RUN apt-get update && apt-get install -y postgresql
RUN useradd -u 1200 api
USER postgres
RUN initdb -D /var/lib/postgresql/data
USER root
COPY api /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 1200:1200
CMD ["api"]
