# shellcheck shell=bash disable=SC2154
query() {
  psql -h 127.0.0.1 -p "$port" -U postgres -AtX -c "$1" 2>&1
}
query "SELECT capital FROM countries ORDER BY 1"
