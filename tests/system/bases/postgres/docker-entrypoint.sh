#!/usr/bin/env bash
set -Eeo pipefail

docker_create_db_directories() {
  local user
  user=$(id -u)
  mkdir -p "$PGDATA"
  # ignore failure since there are cases where we can't chmod
  chmod 00700 "$PGDATA" || :
  mkdir -p /var/run/postgresql || :
  chmod 03775 /var/run/postgresql || :
  # allow the container to be started with `--user`
  if [ "$user" = '0' ]; then
    find "$PGDATA" \! -user postgres -exec chown postgres '{}' +
    find /var/run/postgresql \! -user postgres -exec chown postgres '{}' +
  fi
}

docker_process_init_files() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) bash "$file" ;;
      *.sql) psql -v ON_ERROR_STOP=1 --no-psqlrc --username postgres --file "$file" ;;
    esac
  done
}

_main() {
  if [ "$1" = 'postgres' ]; then
    docker_create_db_directories
    if [ "$(id -u)" = '0' ]; then
      # then restart script as postgres user
      exec gosu postgres "${BASH_SOURCE[0]}" "$@"
    fi
    if [ ! -s "$PGDATA/PG_VERSION" ]; then
      initdb --username=postgres --auth=trust
      echo 'host all all all trust' >>"$PGDATA/pg_hba.conf"
      # only on the socket: nobody is answered before everything is there
      pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
      docker_process_init_files
      pg_ctl -D "$PGDATA" -m fast -w stop
    fi
  fi
  exec "$@"
}

_main "$@"
