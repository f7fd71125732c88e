FROM debian:12
RUN apt-get update && apt-get install -y gosu && useradd -u 1000 app
ENTRYPOINT ["gosu", "app", "/usr/local/bin/server"]
