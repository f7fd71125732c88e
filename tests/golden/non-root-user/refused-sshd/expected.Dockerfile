FROM ubuntu:22.04
RUN apt-get update && apt-get install -y openssh-server && mkdir /run/sshd
EXPOSE 22
CMD ["/usr/sbin/sshd", "-D"]
