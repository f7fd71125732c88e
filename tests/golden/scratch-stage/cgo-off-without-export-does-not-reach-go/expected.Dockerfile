FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0; CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /api .

FROM alpine:3.19 AS files
COPY --from=build /api /api
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 10001:10001
ENTRYPOINT ["/api"]

# Collects what the program needs, and nothing else (added by harden)
USER 0
RUN set -e; \
    folder() { \
      if [ -d "/rootfs$1" ]; then return; fi; \
      folder "${1%/*}"; \
      mkdir "/rootfs$1"; \
      chmod "$(stat -Lc %a "$1")" "/rootfs$1"; \
      chown "$(stat -Lc %u:%g "$1")" "/rootfs$1"; \
    }; \
    keep() { \
      if [ ! -e "$1" ]; then \
        echo "harden: $1 is missing" >&2; exit 1; \
      fi; \
      folder "${1%/*}"; \
      cp -a "$1" "/rootfs${1%/*}/"; \
      if [ -L "$1" ]; then keep "$(readlink -f "$1")"; fi; \
    }; \
    mkdir -p /rootfs/etc /rootfs/tmp; \
    chmod 1777 /rootfs/tmp; \
    if ldd /api 2>/dev/null | grep -q /ld-; then \
      printf 'harden: %s needs shared libraries\n' /api >&2; exit 1; \
    fi; \
    keep /api; \
    for path in \
      /etc/nsswitch.conf /etc/services /etc/protocols /etc/mime.types \
      /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt \
      /etc/localtime /etc/timezone /usr/share/zoneinfo; \
    do if [ -e "$path" ]; then keep "$path"; fi; done; \
    sed -n -E '/^(root|nobody):|^[^:]*:[^:]*:10001:/s|[^:]*$|/sbin/nologin|p' /etc/passwd >/rootfs/etc/passwd; \
    sed -n -E '/^(root|nobody|nogroup):|^[^:]*:[^:]*:10001:/p' /etc/group >/rootfs/etc/group

# The image itself (added by harden)
FROM scratch
COPY --from=files /rootfs /
USER 10001:10001
ENTRYPOINT ["/api"]
