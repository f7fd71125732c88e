FROM debian:12
# harden: ignore=HD120 the proxy settings must go
RUN sudo apt-get update
RUN apt-get install -y curl
USER 10001:10001
