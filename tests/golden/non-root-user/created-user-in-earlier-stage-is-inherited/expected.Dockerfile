FROM debian:12 AS base
RUN useradd -u 3000 -U worker

FROM base
COPY job /usr/local/bin/job
# Run as an unprivileged user (added by harden)
USER 3000:3000
CMD ["job"]
