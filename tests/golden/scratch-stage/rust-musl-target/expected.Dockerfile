FROM rust:1.77 AS build
WORKDIR /src
COPY . .
RUN rustup target add x86_64-unknown-linux-musl && cargo build --release --target x86_64-unknown-linux-musl

FROM debian:12-slim AS files
COPY --from=build /src/target/x86_64-unknown-linux-musl/release/api /usr/local/bin/api
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["api"]

# Collects what the program needs, and nothing else (added by harden)
USER 0
RUN set -e +u; \
    mkdir -p /rootfs/etc /rootfs/tmp; \
    chmod 1777 /rootfs/tmp; \
    stop() { echo "harden: $*" >&2; exit 1; }; \
# Where a link leads, one step.
    next() { \
      set -- "$1" "$(readlink "$1")"; \
      case $2 in /*) echo "$2" ;; *) echo "${1%/*}/$2" ;; esac; \
    }; \
# A folder as it is here, with the links that lead to it.
    folder() { \
      case $1 in ''|/) return ;; esac; \
      folder "${1%/*}"; \
      set -- "$1" "/rootfs$(readlink -f "${1%/*}/")/${1##*/}"; \
      if [ -L "$1" ]; then \
        if [ ! -L "$2" ]; then cp -a "$1" "$2"; fi; \
        folder "$(next "$1")"; \
      elif [ ! -d "$2" ]; then \
        mkdir "$2"; \
        chmod "$(stat -c %a "$1")" "$2"; \
        chown "$(stat -c %u:%g "$1")" "$2"; \
      fi; \
    }; \
# A path with all below it; of a link also what it leads to.
    keep() { \
      if [ ! -e "$1" ] && [ ! -L "$1" ]; then stop "$1 is missing"; fi; \
      folder "${1%/*}"; \
      cp -a "$1" "/rootfs$(readlink -f "${1%/*}/")/"; \
      if [ -L "$1" ]; then lead "$1"; fi; \
    }; \
# What a link leads to; the next link takes the next step.
    lead() { \
      set -- "$1" "$(next "$1")"; \
      case $(readlink -f "$2") in ''|/|/dev/*|/proc/*|/sys/*) return ;; esac; \
      set -- "$2" "/rootfs$(readlink -f "${2%/*}/")/${2##*/}"; \
      if [ ! -e "$1" ] || [ -e "$2" ] || [ -L "$2" ]; then return; fi; \
      again=yes; \
      keep "$1"; \
    }; \
    try() { \
      while [ $# -gt 0 ]; do \
        if [ -e "$1" ]; then keep "$1"; fi; \
        shift; \
      done; \
    }; \
# A program that loads no library.
    static() { \
      case $(ldd "$1" 2>/dev/null || true) in */ld-*) stop "$1 needs shared libraries" ;; esac; \
    }; \
# root, nobody and the user, by number or name; nobody can log in where there
# is not a shell.
    accounts() { \
      uid=$1; \
      gid=${2:-$(id -g "$1")}; \
      case $1 in *[!0-9]*) uid=$(id -u "$1") ;; esac; \
      sed -n -E "/^(root|nobody):|^[^:]*:[^:]*:$uid:/s|[^:]*\$|/sbin/nologin|p" /etc/passwd >/rootfs/etc/passwd; \
      sed -n -E "/^(root|nobody|nogroup|$gid):|^[^:]*:[^:]*:$gid:|[:,]$1(,|\$)/p" /etc/group >/rootfs/etc/group; \
      entry passwd "$uid" "app:x:$uid:$gid::/:/sbin/nologin"; \
      entry passwd 65534 nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin; \
      case $gid in *[!0-9]*) ;; *) entry group "$gid" "app:x:$gid:" ;; esac; \
      entry group 65534 nobody:x:65534:; \
      cut -d : -f 3,6 /rootfs/etc/passwd | while IFS=: read -r id home; do \
        if [ "$id" = "$uid" ] && [ -d "$home" ]; then folder "$home"; fi; \
      done; \
    }; \
    entry() { \
      if ! grep -q "^[^:]*:[^:]*:$2:" "/rootfs/etc/$1"; then echo "$3" >>"/rootfs/etc/$1"; fi; \
    }; \
    static /usr/local/bin/api; \
    keep /usr/local/bin/api; \
    try /etc/nsswitch.conf /etc/services /etc/protocols /etc/mime.types; \
    try /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; \
    try /etc/localtime /etc/timezone /usr/share/zoneinfo; \
    try /usr/share/ca-certificates /usr/local/share/ca-certificates; \
    try /etc/ssl/certs /etc/ssl/cert.pem /etc/pki/tls /etc/pki/ca-trust/extracted; \
    try /usr/lib/ssl /etc/ssl/openssl.cnf; \
    accounts 10001 10001

# The image itself (added by harden)
FROM scratch
COPY --from=files /rootfs /
USER 10001:10001
CMD ["api"]
