# shellcheck shell=bash disable=SC2154
query() {
  psql "host=127.0.0.1 port=$port user=postgres sslmode=require" \
    -v ON_ERROR_STOP=1 -AtXc "$1" 2>&1
}
query "SELECT 1" || exit 1
# Not while the entrypoint still prepares the cluster.
query "DROP TABLE IF EXISTS numbers" || exit 1
query "CREATE TABLE numbers AS SELECT n, md5(n::text) t FROM generate_series(1, 200000) n" || exit 1
query "CREATE INDEX ON numbers (t)" || exit 1
query "SET max_parallel_workers_per_gather = 4; SET parallel_setup_cost = 0;
  SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
  SELECT count(*) FROM numbers WHERE t LIKE '%a%'" || exit 1
query "SET work_mem = '64kB'; SELECT count(*) FROM (SELECT t FROM numbers ORDER BY t) s" || exit 1
query "COPY numbers TO PROGRAM 'cat >/dev/null'" || exit 1
query "VACUUM FULL numbers" || exit 1
query "VACUUM ANALYZE numbers" || exit 1
query "CHECKPOINT" || exit 1
query "NOTIFY something" || exit 1
query "SELECT pg_sleep(0.2), pg_switch_wal(), pg_reload_conf()" || exit 1
query "DROP TABLE numbers"
