FROM debian:12
RUN apt-get update && apt-get install -y supervisor nginx
COPY supervisord.conf /etc/supervisor/conf.d/
CMD ["/usr/bin/supervisord", "-n"]
