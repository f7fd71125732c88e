FROM debian:12
# harden: ignore=HD401 the sandbox of the browser needs it
RUN chmod 4755 /opt/browser/chrome-sandbox
USER 1000:1000
