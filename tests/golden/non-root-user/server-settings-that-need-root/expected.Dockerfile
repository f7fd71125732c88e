FROM debian:12
RUN apt-get update && apt-get install -y haproxy
COPY <<END /etc/haproxy/haproxy.cfg
global
    chroot /var/lib/haproxy
frontend http
    bind :8080
END
CMD ["haproxy", "-W", "-db", "-f", "/etc/haproxy/haproxy.cfg"]
