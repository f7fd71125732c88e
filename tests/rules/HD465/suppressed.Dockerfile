FROM debian:12
USER 1000:1000
# harden: ignore=HD465 the first one documents the debugging call
CMD ["server", "--debug"]
CMD ["server"]
