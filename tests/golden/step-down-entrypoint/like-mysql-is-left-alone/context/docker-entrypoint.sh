#!/bin/bash
set -eo pipefail
shopt -s nullglob

log() {
	local type="$1"; shift
	printf '%s [%s] %s\n' "$(date --rfc-3339=seconds)" "$type" "$*"
}

want_help() {
	local arg
	for arg; do
		case "$arg" in
			-'?'|--help|--print-defaults|-V|--version)
				return 0
				;;
		esac
	done
	return 1
}

get_config() {
	local conf="$1"; shift
	"$@" --verbose --help 2>/dev/null \
		| awk -v conf="$conf" '$1 == conf { sub(/^[^ \t]+[ \t]+/, ""); print; exit }'
}

create_db_directories() {
	local user; user="$(id -u)"
	local -A dirs=( ["$DATADIR"]=1 )
	mkdir -p "${!dirs[@]}"
	if [ "$user" = "0" ]; then
		find "$DATADIR" \! -user mysql -exec chown --no-dereference mysql '{}' +
	fi
}

_main() {
	if [ "${1:0:1}" = '-' ]; then
		set -- mysqld "$@"
	fi

	if [ "$1" = 'mysqld' ] && ! want_help "$@"; then
		log Note "entrypoint started"
		declare -g DATADIR
		DATADIR="$(get_config 'datadir' "$@")"
		create_db_directories "$@"

		if [ "$(id -u)" = "0" ]; then
			log Note "switching to user 'mysql'"
			exec gosu mysql "${BASH_SOURCE[0]}" "$@"
		fi

		if [ ! -d "$DATADIR/mysql" ]; then
			"$@" --initialize-insecure
		fi
	fi
	exec "$@"
}

_main "$@"
