FROM fedora:40
RUN dnf install -y systemd httpd && systemctl enable httpd
CMD ["/usr/lib/systemd/systemd"]
