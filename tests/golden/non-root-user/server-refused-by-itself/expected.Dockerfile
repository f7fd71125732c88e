FROM debian:12
RUN apt-get update && apt-get install -y shellinabox
CMD ["shellinaboxd", "-t", "-s", "/:LOGIN"]
