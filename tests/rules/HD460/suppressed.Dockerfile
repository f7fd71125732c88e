FROM node:22
# harden: ignore=HD460 the program updates itself
COPY --chown=node:node server /app/server
USER node
CMD ["/app/server"]
