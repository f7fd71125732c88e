# shellcheck shell=bash disable=SC2034,SC2119,SC2120,SC2154
# Containers that are started by the run.sh which harden wrote. run_bundle.sh
# reads this file.
#
# Each function below whose name is in `scenarios` starts the container and
# returns 0 when it works as it should; else `why` says what is wrong.

listens='' program='' data='' asker='' run_options=()
seed='mkdir old && echo text >old/file'
service='' scenarios=() edits=() why='' volume='' folder=''

# --- the bundle --------------------------------------------------------------

# An engine that may not raise limits (nested, rootless) starts nothing with
# more open files than it has itself.
lower_nofile() {
  local most
  most=$(helper -- bash -c 'ulimit -Hn')
  if [[ $most != unlimited && $most -lt 16384 ]]; then
    printf '%s\n' --set "limits.ulimits=[\"nofile=1024:$most\"]"
  fi
}

# Hardens and reads the policy. Names and the port are this test's own, for
# several run on one engine.
write_bundle() { # [OPTION…]
  local path nofile
  service=harden-test-$run_id-$name
  port=$((20000 + RANDOM % 10000))
  ask_network=host
  networks+=("$service-net")
  [[ -z $listens ]] || set -- --set "ports=[\"$port:$listens\"]" "$@"
  mapfile -t nofile < <(lower_nofile)
  harden_it --set "name=\"$service\"" "${nofile[@]}" "$@"
  bundle=$work/app/Dockerfile.secure.d
  # Sets `user`, `start`, `capabilities`, `paths`, `memory`, …
  command -v python3 >/dev/null || skip "python3 is not installed"
  policy=$(python3 "$here/policy_values.py" "$bundle/policy.json") ||
    fail "policy.json cannot be read"
  eval "$policy"
  for path in "${paths[@]}"; do
    [[ $path != volume* ]] || volumes+=("${path##* }")
    [[ $path != "volume $data "* ]] || volume=${path##* }
  done
}

# Starts it anew and sets `container`. The expressions in `edits` change what
# run.sh says.
launch() { # [OPTION…]
  local expression expressions=(-e '') status=0
  for expression in "${edits[@]}"; do
    expressions+=(-e "$expression")
  done
  sed -E "${expressions[@]}" "$bundle/run.sh" >"$bundle/run.copy.sh"
  container=$(ENGINE=$client IMAGE=$image \
    RUN_OPTIONS="--detach --label harden-test=$run_id --label test-of=$service \
${run_options[*]} $*" \
    sh "$bundle/run.copy.sh" 2>"$work/log") || status=$?
  [[ -z $container ]] || containers+=("$container")
  [[ $status -eq 0 ]] || {
    why="does not start: $(tail -n 1 "$work/log")"
    return 1
  }
}

# The container, also one that did not start.
remove() {
  docker ps -aq --filter "label=test-of=$service" |
    xargs -r "$client" rm -f -v >/dev/null
}

# So that the next start finds a host that never saw the service.
forget() {
  remove
  [[ ${#volumes[@]} -eq 0 ]] || docker volume rm -f "${volumes[@]}" >/dev/null
}

# Until its log says so.
wait_for() { # TEXT
  local attempt
  for ((attempt = 0; attempt < 50; ++attempt)); do
    [[ $(docker logs "$container" 2>&1) != *"$1"* ]] || return 0
    sleep 0.1
  done
  fail_with_logs "it does not say \"$1\""
}

# --- scenarios ---------------------------------------------------------------

fresh() {
  forget && launch "$@" && answers request answer
}

fresh_volume() {
  fresh "$@" && serves_as_user
}

second_start() {
  fresh "$@" || return 1
  remove
  launch "$@" && finds_what_was_kept && serves_as_user
}

restarted() {
  fresh "$@" || return 1
  docker restart -t 3 "$container" >/dev/null 2>"$work/log" || {
    why="does not start again: $(tail -n 1 "$work/log")"
    return 1
  }
  finds_what_was_kept && serves_as_user
}

# What somebody made on the host, or what is left of days as root.
root_owned_folder() {
  new_folder "$seed && chown -R 0:0 ." && on_folder "$@"
}

# As postgres leaves it: root cannot look into it without DAC_OVERRIDE.
private_folder() {
  new_folder "$seed && chown -R $user . && chmod -R u=rwX,go= ." &&
    on_folder "$@"
}

on_folder() {
  local edits=("${edits[@]}"
    "s#type=volume,source=$volume,#type=bind,source=$folder,#")
  forget && launch "$@" && answers request answer && serves_as_user
}

# A case that cannot ask for it may look for itself.
finds_what_was_kept() {
  if [[ -e $case_folder/kept.sh ]]; then
    answers kept kept
  else
    answers request answer
  fi
}

answers() { # QUESTION FILE
  local answer expected
  expected=$(<"$case_folder/$2")
  answer=$(ask "$1") || {
    why="no answer; $(last_line)"
    return 1
  }
  [[ $answer == "$expected" ]] || {
    why="another answer: $(diff <(echo "$expected") <(echo "$answer") | grep -m 1 '^[<>]')"
    return 1
  }
}

# What a scenario can only be about where there is a volume, or where root
# starts the container.
use_scenarios() {
  scenarios=(fresh_volume restarted)
  [[ -z $data ]] || scenarios+=(second_start)
  if [[ -n $data && $start == root ]]; then
    scenarios+=(root_owned_folder private_folder)
  fi
}

run_scenarios() {
  local scenario begin
  for scenario in "${scenarios[@]}"; do
    begin=$(date +%s%3N)
    "$scenario" || fail_with_logs "$scenario: $why"
    printf '  %-18s works (%d ms)\n' "$scenario" $(($(date +%s%3N) - begin))
    if [[ $scenario == fresh_volume ]]; then expect_confined; fi
  done
}

# --- nothing in vain ---------------------------------------------------------

# Sets `scenario` to one that fails with this edit of run.sh.
something_fails() { # EDIT
  local edits=("$1") i patience=3
  # The last ones ask for the most.
  for ((i = ${#scenarios[@]} - 1; i >= 0; --i)); do
    scenario=${scenarios[i]}
    [[ $scenario != restarted ]] || continue
    # A container that ended need not start again.
    "$scenario" --restart no || return 0
    printf '  %-26s %-18s works\n' "$what" "$scenario"
  done
  return 1
}

needed() { # WHAT EDIT
  local scenario what=$1
  ! cmp -s "$bundle/run.sh" <(sed -E "$2" "$bundle/run.sh") ||
    fail "run.sh does not name $what"
  something_fails "$2" || fail "run.sh grants what nothing needs: $what"
  printf '  %-26s %-18s fails: %s\n' "$what" "$scenario" "$why"
}

capability_needed() { # CAPABILITY
  local it others=()
  for it in "${capabilities[@]}"; do
    [[ $it == "$1" ]] || others+=("$it")
  done
  # What its processes are compared with.
  local capabilities=("${others[@]}")
  needed "$1" "/--cap-add $1\$/d"
}

# Without any one of them some scenario fails. Those below /run and /tmp give
# no more than these two.
expect_nothing_in_vain() {
  local it kind path scenarios=("${scenarios[@]}")
  printf 'with one of its grants left out:\n'
  for it in "${capabilities[@]}"; do
    capability_needed "$it"
  done
  # On a folder of the host nothing is lost with the mount but the folder.
  scenarios=(fresh_volume)
  [[ -z $data ]] || scenarios+=(second_start)
  for it in "${paths[@]}"; do
    read -r kind path _ <<<"$it"
    case $kind,$path/ in
      *,/run/* | *,/tmp/*) ;;
      tmpfs,*) needed "$path" "\\#--tmpfs $path:#d" ;;
      *) needed "$path" "\\#,target=$path\$#d" ;;
    esac
  done
}

check_bundle() {
  write_bundle
  build Dockerfile.secure hardened
  use_scenarios
  printf 'run.sh says:\n'
  sed -n 's/^set -- "\$@" \(-.*\)/  \1/p' "$bundle/run.sh"
  run_scenarios
  expect_nothing_in_vain
}

check() { check_bundle; }
