FROM debian:12
RUN useradd --uid 10001 app
USER app
RUN sudo apt-get update
USER root
RUN apt-get install -y curl
USER app
