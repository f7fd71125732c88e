FROM node:20
WORKDIR /app
COPY . .
ENV NODE_ENV=production \
    # the port behind the proxy
    PORT=3000
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", \
     "server.js"]
