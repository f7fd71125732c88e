FROM debian:12 AS base
SHELL ["/bin/bash", "-c"]
FROM base
USER 10001:10001
CMD ["/bin/bash", "-c", "exec server $PORT"]
