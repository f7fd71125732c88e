#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
# vim:sw=4:ts=4:et

set -e

entrypoint_log() {
    if [ -z "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then
        echo "$@"
    fi
}

if [ "$1" = "nginx" ] || [ "$1" = "nginx-debug" ]; then
    if /usr/bin/find "/docker-entrypoint.d/" -mindepth 1 -maxdepth 1 -type f -print -quit 2>/dev/null | read v; then
        entrypoint_log "$0: looking for shell scripts in /docker-entrypoint.d/"
        find "/docker-entrypoint.d/" -follow -type f -print | sort -V | while read -r f; do
            case "$f" in
                *.envsh)
                    if [ -x "$f" ]; then
                        entrypoint_log "$0: sourcing $f";
                        . "$f"
                    fi
                    ;;
                *.sh)
                    if [ -x "$f" ]; then
                        entrypoint_log "$0: launching $f";
                        "$f"
                    fi
                    ;;
                *) entrypoint_log "$0: ignoring $f";;
            esac
        done
    fi
fi

# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # Only its owner may open /dev/stdout by its path
    chown 101 "/proc/$$/fd/1" "/proc/$$/fd/2" || :
    exec gosu 101:101 "$@"
fi
exec "$@"
