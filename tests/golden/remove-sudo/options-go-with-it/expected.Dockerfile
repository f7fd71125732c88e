FROM debian:12
RUN apt-get update
RUN apt-get install -y curl
RUN pip install x; id
USER 10001:10001
