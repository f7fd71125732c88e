FROM registry.access.redhat.com/ubi9/python-311
USER 0
RUN dnf install -y gcc
WORKDIR /opt/app-root/src
COPY . .
# Run as an unprivileged user (added by harden)
USER 1001:0
CMD ["python", "app.py"]
