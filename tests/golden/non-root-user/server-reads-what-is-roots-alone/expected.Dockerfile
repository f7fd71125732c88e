FROM debian:12
RUN apt-get update && apt-get install -y krb5-kdc
RUN kdb5_util create -s -r EXAMPLE.ORG -P secret
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /var/lib/krb5kdc && \
    chown -R 10001:10001 /etc/krb5kdc /var/lib/krb5kdc
USER 10001:10001
CMD ["krb5kdc", "-n"]
