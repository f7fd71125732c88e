FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /api .

FROM alpine:3.19 AS files
RUN addgroup -S -g 1000 app && adduser -S -u 1000 -G app app
WORKDIR /home/app
COPY --from=build /api .
COPY ui ui
RUN chown -R app:app .
USER app
CMD ["./api"]

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
    if ldd /home/app/api 2>/dev/null | grep -q /ld-; then \
      printf 'harden: %s needs shared libraries\n' /home/app/api >&2; exit 1; \
    fi; \
    keep /home/app; \
    keep /home/app/api; \
    for path in \
      /etc/nsswitch.conf /etc/services /etc/protocols /etc/mime.types \
      /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt \
      /etc/localtime /etc/timezone /usr/share/zoneinfo; \
    do if [ -e "$path" ]; then keep "$path"; fi; done; \
    sed -n -E '/^(root|nobody):|^[^:]*:[^:]*:1000:/s|[^:]*$|/sbin/nologin|p' /etc/passwd >/rootfs/etc/passwd; \
    sed -n -E '/^(root|nobody|nogroup):|^[^:]*:[^:]*:1000:/p' /etc/group >/rootfs/etc/group

# The image itself (added by harden)
FROM scratch
COPY --from=files /rootfs /
WORKDIR /home/app
USER 1000:1000
CMD ["./api"]
