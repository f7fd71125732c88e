FROM debian:12 AS build
RUN echo 'app ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers
FROM debian:12
RUN grep -v NOPASSWD /etc/sudoers; sed -i '/NOPASSWD/d' /etc/sudoers
USER 10001:10001
