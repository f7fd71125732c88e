FROM ruby:3.3
WORKDIR /app
COPY Gemfile ./
RUN bundle install
COPY . .
RUN chmod +x bin/docker-entrypoint
ENTRYPOINT ["/app/bin/docker-entrypoint"]
EXPOSE 3000
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /home/app --shell /usr/sbin/nologin app && \
    mkdir -p /app/log /app/tmp /home/app && \
    chown -R 10001:10001 /app/log /app/tmp /home/app
USER 10001:10001
CMD ["./bin/rails", "server", "-b", "0.0.0.0"]
