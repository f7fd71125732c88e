FROM node:20-alpine
COPY server.js /opt/app/
# Run as an unprivileged user (added by harden)
RUN mkdir -p /srv/state && \
    chown -R 1000:1000 /srv/state
USER 1000:1000
CMD cd /srv/state && exec node /opt/app/server.js > out.log
