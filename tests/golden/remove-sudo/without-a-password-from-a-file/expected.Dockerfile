FROM debian:12
COPY sudoers-open /etc/sudoers.d/
COPY sudoers-closed /etc/sudoers.d/
ADD sudoers-elsewhere /etc/sudoers
USER 10001:10001
