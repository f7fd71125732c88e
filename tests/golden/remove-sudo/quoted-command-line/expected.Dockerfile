FROM debian:12
RUN bash -c 'apt-get update && apt-get install -y curl'
RUN sh -ec "ldconfig"
RUN sh -c "sudo echo \"a b\""
USER 10001:10001
