FROM archlinux:latest
RUN pacman -Syu --noconfirm python
COPY bot.py /opt/bot.py
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/bin/nologin app
USER 10001:10001
CMD ["python", "/opt/bot.py"]
