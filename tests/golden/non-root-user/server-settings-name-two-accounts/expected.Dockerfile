FROM debian:12
RUN apt-get update && apt-get install -y dante-server
COPY <<END /etc/danted.conf
user.privileged: proxy
user.unprivileged: nobody
END
CMD ["danted"]
