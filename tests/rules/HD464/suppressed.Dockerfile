FROM debian:12
# harden: ignore=HD464 the tests run there
WORKDIR /usr/bin
USER 1000:1000
