FROM debian:12
RUN apt-get update && apt-get install -y haproxy
CMD ["haproxy", "-W", "-db", "-f", "/etc/haproxy/haproxy.cfg"]
