FROM debian:12
COPY --chmod=755 <<EOT /go
#!/bin/sh
exec /opt/server
EOT
ENTRYPOINT ["/go"]
