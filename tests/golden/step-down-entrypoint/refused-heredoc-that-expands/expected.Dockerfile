FROM debian:12
VOLUME /data
COPY <<EOF /start.sh
#!/bin/sh
chmod 0755 /data
exec server
EOF
ENTRYPOINT ["sh", "/start.sh"]
CMD ["server"]
