# Counts visits in a file; built in one stage, run in another.
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
WORKDIR /src
COPY hitcounter.c .
RUN gcc -O2 -Wall -static -o /hitcounter hitcounter.c

FROM debian:bookworm AS files
RUN apt-get update && apt-get install -y --no-install-recommends tzdata
COPY --from=build /hitcounter /usr/local/bin/hitcounter
COPY greeting.txt /etc/hitcounter/greeting.txt
ENV TZ=Asia/Tokyo
# The user that the program runs as, and what it writes (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /var/lib/hitcounter && \
    chown -R 10001:10001 /var/lib/hitcounter
VOLUME /var/lib/hitcounter
EXPOSE 8080
STOPSIGNAL SIGINT
# Run as an unprivileged user (added by harden)
USER 10001:10001
ENTRYPOINT ["hitcounter", "8080"]

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
    if ldd /usr/local/bin/hitcounter 2>/dev/null | grep -q /ld-; then \
      printf 'harden: %s needs shared libraries\n' /usr/local/bin/hitcounter >&2; exit 1; \
    fi; \
    keep /etc/hitcounter/greeting.txt; \
    keep /usr/local/bin/hitcounter; \
    for path in \
      /var/lib/hitcounter \
      /etc/nsswitch.conf /etc/services /etc/protocols /etc/mime.types \
      /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt \
      /etc/localtime /etc/timezone /usr/share/zoneinfo; \
    do if [ -e "$path" ]; then keep "$path"; fi; done; \
    sed -n -E '/^(root|nobody):|^[^:]*:[^:]*:10001:/s|[^:]*$|/sbin/nologin|p' /etc/passwd >/rootfs/etc/passwd; \
    sed -n -E '/^(root|nobody|nogroup):|^[^:]*:[^:]*:10001:/p' /etc/group >/rootfs/etc/group

# The image itself (added by harden)
FROM scratch
COPY --from=files /rootfs /
ENV TZ=Asia/Tokyo
VOLUME /var/lib/hitcounter
EXPOSE 8080
STOPSIGNAL SIGINT
USER 10001:10001
ENTRYPOINT ["hitcounter", "8080"]
