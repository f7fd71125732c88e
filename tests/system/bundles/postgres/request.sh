# shellcheck shell=bash disable=SC2154
query() {
  psql -h 127.0.0.1 -p "$port" -U postgres -AtX -c "$1" 2>&1
}
query "SELECT capital FROM countries WHERE name = 'Peru'" || exit 1
query "INSERT INTO countries VALUES ('Chile', 'Santiago')"
# Takes a file for what does not fit into its memory.
query "SELECT count(*) FROM (SELECT * FROM generate_series(1, 300000) n ORDER BY -n) s"
