FROM debian:12
RUN curl -fsSL https://deb.example.org/setup.sh | bash -
RUN echo secret | apt-get update | tee /var/log/build.log
USER 10001:10001
