FROM debian:12
COPY . /app
COPY conf/ /etc/app/
COPY --chown=1000:1000 --link app.py Makefile /app/
COPY ["run.sh", "/app/"]
COPY conf/*.conf /etc/
COPY <<EOF /etc/app.conf
listen = 80
EOF
# the context tells: only folders and plain files
COPY conf /etc/conf
COPY con* /etc/conf
# it may be an archive: no fix
ADD unknown /opt/
ADD data.* /opt/
COPY \
    # with a comment in between
    app.js \
    /app/
USER 1000:1000
CMD ["app"]
