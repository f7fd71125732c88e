FROM debian:12
COPY --chmod=777 start.sh /start.sh
ADD --chmod=0666 https://example.com/settings /etc/settings
RUN mkdir -p /data /logs && \
    chmod -R 777 /data && \
    chmod a+w /logs
RUN chmod 1777 /tmp
RUN mkdir -m 0777 /cache
RUN install -d --mode=777 /spool
RUN chmod ugo=rwx /srv
RUN find /var/lib/app -type f -exec chmod o+w {} \;
USER 1000:1000
