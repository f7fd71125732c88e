FROM grafana/grafana:10.4.2
USER root
RUN apk add --no-cache bash
COPY dashboards /etc/grafana/provisioning/dashboards
# Run as an unprivileged user (added by harden)
USER 472:0
