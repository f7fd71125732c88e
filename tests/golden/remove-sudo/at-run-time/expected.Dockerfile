FROM debian:12
RUN useradd --uid 10001 app
USER 10001:10001
HEALTHCHECK CMD sudo true
HEALTHCHECK CMD echo "sudo" | sudo tee /dev/null
ENTRYPOINT ["/usr/bin/env", "sudo", "-E", "/run"]
CMD ["sh", "-c", "sudo id"]
