FROM debian:12
SHELL ["/bin/bash", "--login", "-c"]
USER 10001:10001
CMD ["/bin/bash", "--login", "-c", "exec conda-server"]
