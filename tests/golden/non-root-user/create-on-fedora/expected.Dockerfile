FROM fedora:40
RUN dnf install -y python3 && dnf clean all
COPY app.py /opt/app.py
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /sbin/nologin app
USER 10001:10001
CMD ["python3", "/opt/app.py"]
