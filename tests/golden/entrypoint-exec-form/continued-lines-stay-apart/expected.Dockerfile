FROM debian:12
USER 10001:10001
CMD ["server", \
    "--port", "80", \

    "--name", "x"]
# behind it
