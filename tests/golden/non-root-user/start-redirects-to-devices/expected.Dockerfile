FROM node:20-alpine
WORKDIR /opt/app
COPY server.js .
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["/bin/sh", "-c", "exec node server.js > /dev/stdout 2>&1 < /dev/null"]
