FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
# Run as an unprivileged user (added by harden)
RUN touch /app/app.log && \
    chown 1000:1000 /app/app.log
USER 1000:1000
CMD ["npm", "start"]
