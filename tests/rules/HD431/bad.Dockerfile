FROM debian:12
ADD . /app
ADD conf/ /etc/app/
ADD --chown=1000:1000 --link app.py Makefile /app/
add ["run.sh", "/app/"]
ADD conf/*.conf /etc/
ADD <<EOF /etc/app.conf
listen = 80
EOF
# the context tells: only folders and plain files
ADD conf /etc/conf
ADD con* /etc/conf
# it may be an archive: no fix
ADD unknown /opt/
ADD data.* /opt/
ADD \
    # with a comment in between
    app.js \
    /app/
USER 1000:1000
CMD ["app"]
