FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
USER 10001:10001
ENTRYPOINT ["redis-server"]
SHELL ["/bin/sh", "-c"]
