FROM httpd:2.4
COPY site /usr/local/apache2/htdocs/

# Run as an unprivileged user (added by harden)
RUN mkdir -p /usr/local/apache2/logs && \
    chown -R 33:33 /usr/local/apache2/logs
USER 33:33

# the end
