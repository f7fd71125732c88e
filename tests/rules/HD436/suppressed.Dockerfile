FROM debian:12
# harden: ignore=HD436 the server in the build's own network
RUN curl -o /tool http://files.example.com/tool
USER 1000:1000
CMD ["sleep", "1"]
