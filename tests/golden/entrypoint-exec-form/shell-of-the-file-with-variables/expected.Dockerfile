FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
USER 10001:10001
ENTRYPOINT ["/bin/bash", "-o", "pipefail", "-c", "exec server $PORT"]
SHELL ["/bin/sh", "-c"]
