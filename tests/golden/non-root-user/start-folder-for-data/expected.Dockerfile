FROM ruby:3.3
COPY app /app
WORKDIR /var/lib/shop
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    chown -R 10001:10001 /var/lib/shop
USER 10001:10001
CMD ["ruby", "/app/main.rb"]
