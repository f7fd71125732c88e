FROM debian:12 AS build
# The package's account, with a number that is known (added by harden)
RUN groupadd --system --gid 900 memcache && \
    useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin memcache
RUN apt-get update && apt-get install -y memcached
# Run as an unprivileged user (added by harden)
USER 900:900
CMD ["memcached"]

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
# A program by path or name, with the interpreter that its first line names;
# $runtime is what runs in the end.
    program() { \
      set -- "$(command -v "$1" || echo "$1")"; \
      case $1 in /*) ;; *) stop "$1 is not found in PATH" ;; esac; \
      keep "$1"; \
      runtime=$1; \
      programs="$programs $(readlink -f "$1")"; \
      line=''; \
      IFS= read -r line <"$1" || true; \
      case $line in '#!'*) interpreter ${line#??} ;; esac; \
    }; \
    interpreter() { \
      program "$1"; \
      case ${1##*/} in env) ;; *) return ;; esac; \
      shift; \
      while [ $# -gt 0 ]; do \
        case $1 in -*|*=*) shift ;; *) program "$1"; return ;; esac; \
      done; \
    }; \
# Where the new image looks for a program: in the engine's PATH, and in the
# folders that the Dockerfile adds.
    in_path() { \
      set -- "$(command -v "$1" || true)" "$@"; \
      for it in /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin /bin "$@"; do \
        if [ "$it" = "${1%/*}" ]; then return; fi; \
      done; \
      stop "$2 is found by the PATH of the base image only; set ENV PATH"; \
    }; \
# Without --keep-shell no interpreter of the first line may be one.
    no_shell() { \
      for it in $programs; do \
        case ${it##*/} in \
          sh|dash|bash|ash|zsh|ksh*|busybox) stop "$it would come along; --keep-shell allows it" ;; \
        esac; \
      done; \
    }; \
# The shared objects of all that was collected, and what links there lead to.
    libraries() { \
      for loader in /lib64/ld-linux*.so.* /lib/ld-linux*.so.* /lib/ld-musl-*.so.*; do \
        if [ -e "$loader" ]; then break; fi; \
      done; \
      again=yes; \
      while [ -n "$again" ]; do again=''; walk /rootfs links; done; \
      walk /rootfs objects; \
      c_library; \
      walk /rootfs objects; \
    }; \
    walk() { \
      for it in "$1"/* "$1"/.[!.]* "$1"/..?*; do \
        if [ -L "$it" ]; then \
          if [ "$2" = links ]; then lead "${it#/rootfs}"; fi; \
        elif [ -d "$it" ]; then \
          walk "$it" "$2"; \
        elif [ "$2" = objects ] && [ -f "$it" ]; then \
          case $it in \
            *.so|*.so.*) object "$it" ;; \
            *) if [ -x "$it" ] && is_elf "$it"; then object "$it"; fi ;; \
          esac; \
        fi; \
      done; \
    }; \
    is_elf() { \
      case $(head -c 4 "$1") in ?ELF) ;; *) return 1 ;; esac; \
    }; \
    needed_by() { \
      if command -v ldd >/dev/null; then ldd "$1"; else "$loader" --list "$1"; fi 2>/dev/null || true; \
    }; \
    object() { \
      case " $seen " in *" $1 "*) return ;; esac; \
      seen="$seen $1"; \
      set -- "${1#/rootfs}" "$(needed_by "${1#/rootfs}")"; \
      case $2 in *'not found'*) lacking "$@" ;; esac; \
      for word in $2; do \
        case $word in /*) library "$word" ;; esac; \
      done; \
      calls "$1"; \
    }; \
# A plug-in that cannot be loaded here could not be before.
    lacking() { \
      case " $programs " in *" $1 "*) stop "$1 lacks a library: $2" ;; esac; \
      echo "harden: $1 lacks a library in the old image, too" >&2; \
    }; \
    library() { \
      case " $seen " in *" $1 "*) return ;; esac; \
      seen="$seen $1"; \
      case $1 in *libc.so*) libc=$1 ;; esac; \
      case $1 in \
        */../*) keep "$(readlink -f "${1%/*}")/${1##*/}" ;; \
        *) keep "$1" ;; \
      esac; \
    }; \
# Some functions of glibc load more.
    calls() { \
      case $1 in */libc.so*|*/ld-*) return ;; esac; \
      if grep -q -e getaddrinfo -e gethostby -e getpw -e getgr "$1"; then lookups=yes; fi; \
      if grep -q -e pthread_exit -e pthread_cancel "$1"; then threads=yes; fi; \
      if grep -q iconv_open "$1"; then iconv=yes; fi; \
      if grep -q setlocale "$1"; then locale=yes; fi; \
    }; \
    c_library() { \
      set -- "${libc%/*}"; \
      try /etc/ld.so.cache /etc/ld-musl-*.path; \
      if [ -n "$lookups" ]; then \
        try /etc/host.conf /etc/gai.conf; \
        try "$1"/libnss_files.so* "$1"/libnss_dns.so* "$1"/libresolv.so*; \
      fi; \
      if [ -n "$threads" ]; then try "$1"/libgcc_s.so*; fi; \
      if [ -n "$iconv" ]; then try "$1/gconv"; fi; \
      case $locale$LC_ALL$LANG in \
        ''|yes|yesC*|yesPOSIX) try /usr/lib/locale/C.* ;; \
        *) try /usr/lib/locale ;; \
      esac; \
      case $seen in *libcrypto.so*) try "$1/ossl-modules" /usr/lib/ssl /etc/ssl/openssl.cnf ;; esac; \
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
    program /usr/bin/memcached; \
    in_path memcached; \
    program memcached; \
    no_shell; \
    try /etc/nsswitch.conf /etc/services /etc/protocols /etc/mime.types; \
    try /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; \
    try /etc/localtime /etc/timezone /usr/share/zoneinfo; \
    try /usr/share/ca-certificates /usr/local/share/ca-certificates; \
    try /etc/ssl/certs /etc/ssl/cert.pem /etc/pki/tls /etc/pki/ca-trust/extracted; \
    libraries; \
    accounts 900 900

# The image itself (added by harden)
FROM scratch
COPY --from=build /rootfs /
USER 900:900
CMD ["memcached"]
