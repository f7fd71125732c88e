FROM ruby:3.3
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /home/app --shell /usr/sbin/nologin app && \
    mkdir -p /home/app && \
    chown -R 10001:10001 /home/app
USER 10001:10001
CMD ["bundle", "exec", "puma", "-p", "3000"]
