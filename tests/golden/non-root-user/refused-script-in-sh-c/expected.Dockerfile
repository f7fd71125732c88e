FROM debian:12
COPY *.sh /scripts/
CMD ["sh", "-c", "/scripts/wait.sh && exec server"]
