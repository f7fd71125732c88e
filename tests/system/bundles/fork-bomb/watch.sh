# shellcheck shell=bash disable=SC2154
# Run on_host (confinement.sh) while the bomb goes off: the highest number of
# processes in the container, the forks that were refused, and the forks that
# work outside.

folder=$(control_group pids)
most=0 forks=0

# pids.current also counts a fork that is about to be refused.
count() {
  local processes
  mapfile -t processes <"$folder/cgroup.procs"
  [[ ${#processes[@]} -le $most ]] || most=${#processes[@]}
}

end=$((SECONDS + 3))
while [[ $SECONDS -lt $end ]]; do
  count
done
for ((i = 0; i < 500; ++i)); do
  # A process of its own that has to end well.
  ! (exit 0) || forks=$((forks + 1))
  count
done
echo "most $most"
sed -n 's/^max /refused /p' "$folder/pids.events"
echo "host forks $forks"
