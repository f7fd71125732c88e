FROM debian:12
# harden: ignore=HD450 an SSH server is what this image is
EXPOSE 22
USER 1000:1000
CMD ["/usr/sbin/sshd", "-D"]
