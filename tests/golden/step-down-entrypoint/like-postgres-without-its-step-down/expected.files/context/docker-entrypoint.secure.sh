#!/usr/bin/env bash
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
set -Eeo pipefail

# Reads a variable, or the file that VARIABLE_FILE names.
file_env() {
	local var="$1"
	local fileVar="${var}_FILE"
	local def="${2:-}"
	local val="$def"
	if [ "${!var:-}" ]; then
		val="${!var}"
	elif [ "${!fileVar:-}" ]; then
		val="$(< "${!fileVar}")"
	fi
	export "$var"="$val"
	unset "$fileVar"
}

_is_sourced() {
	[ "${#FUNCNAME[@]}" -ge 2 ] \
		&& [ "${FUNCNAME[0]}" = '_is_sourced' ] \
		&& [ "${FUNCNAME[1]}" = 'source' ]
}

create_directories() {
	local user; user="$(id -u)"

	mkdir -p "$PGDATA"
	chmod 0700 "$PGDATA" || :
	mkdir -p /var/run/postgresql || :
	chmod 03775 /var/run/postgresql || :

	if [ "$user" = '0' ]; then
		find "$PGDATA" \! -user postgres -exec chown postgres '{}' +
		find /var/run/postgresql \! -user postgres -exec chown postgres '{}' +
	fi
}

want_help() {
	local arg
	for arg; do
		case "$arg" in
			-'?'|--help|--describe-config|-V|--version)
				return 0
				;;
		esac
	done
	return 1
}

_main() {
	# flags alone are for the server
	if [ "${1:0:1}" = '-' ]; then
		set -- postgres "$@"
	fi

	if [ "$1" = 'postgres' ] && ! want_help "$@"; then
		create_directories
		if [ ! -s "$PGDATA/PG_VERSION" ]; then
			file_env POSTGRES_PASSWORD
			initdb --pwfile=<(printf "%s\n" "$POSTGRES_PASSWORD")
		fi
	fi

	# Start the program without root (added by harden)
	if [ "$(id -u)" = 0 ]; then
		exec gosu 999:999 "$@"
	fi
	exec "$@"
}

if ! _is_sourced; then
	_main "$@"
fi
