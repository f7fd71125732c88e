# shellcheck shell=bash disable=SC2154
# Start scripts that begin as root and step down: for cases whose case.sh says
#
#   check() { check_step_down; }
#   program='python /app/server.py'  what the program's command begins with
#   user=10001:10001                 whom it steps down to
#   last_words='stopped by SIGTERM'  in its log when `docker stop` ends it
# and where it applies
#   data=/data                       where it keeps its data: gets volumes
#   arguments=(server --name "a b")  `docker run IMAGE` with these
#   logged='GET /'                   in the log after the request
#   init=tini                        the first process, where it is not $program
#   was_root=no                      the original gives up root itself
#   was_stopped=no                   the original does not hear of SIGTERM
#   unchanged=yes                    harden has nothing to do
#   needs_root=yes                   the script fails with --user, before and after
#
# Each function below whose name is in `scenarios` starts $image with $limits,
# and returns 0 when it answers like the original, as $user and without
# capabilities; else `why` says what is wrong.
scenarios=(fresh_volume second_start restarted root_owned_folder private_folder
  as_user with_arguments stopped) # a case may choose

data='' program='' user='' last_words='' logged='' init='' arguments=()
was_root=yes was_stopped=yes unchanged=no needs_root=no
limits=() scenario='' why='' expected='' expected_with_arguments=''

# --- scenarios ---------------------------------------------------------------

fresh_volume() {
  start_with_data && works "$expected"
}

second_start() {
  start_with_data && answers "$expected" || return 1
  docker rm -f "$container" >/dev/null
  start_on "$volume" && works "$expected"
}

# In the same container lies what the program itself wrote at its first start.
restarted() {
  start_with_data && answers "$expected" || return 1
  docker restart -t 3 "$container" >/dev/null 2>"$work/log" || {
    why="does not start again: $(tail -n 1 "$work/log")"
    return 1
  }
  works "$expected"
}

# What somebody made on the host, or what is left of days as root.
root_owned_folder() {
  new_folder 'mkdir old && echo text >old/file && chown -R 0:0 .' &&
    start_on "$folder" && works "$expected"
}

# As postgres leaves it: root cannot look into it without DAC_OVERRIDE.
private_folder() {
  new_folder "mkdir old && echo text >old/file && chown -R $user . &&
    chmod -R u=rwX,go= ." &&
    start_on "$folder" && works "$expected"
}

as_user() {
  start_with_data --user "$user" && works "$expected"
}

with_arguments() {
  start_with_data -- "${arguments[@]}" && works "$expected_with_arguments"
}

stopped() {
  start_with_data && works "$expected" && stops
}

# Those that make sense for this case. How the image was built shows in what a
# new volume is like, and nowhere else.
use_scenarios() {
  [[ $builder != classic ]] || scenarios=(fresh_volume as_user)
  local scenario used=()
  for scenario in "${scenarios[@]}"; do
    case $scenario in
      second_start | root_owned_folder | private_folder)
        [[ -n $data ]] || continue
        ;;
      as_user) [[ $needs_root == no ]] || continue ;;
      with_arguments) [[ ${#arguments[@]} -gt 0 ]] || continue ;;
    esac
    used+=("$scenario")
  done
  scenarios=("${used[@]}")
}

# --- what they are made of ---------------------------------------------------

# Starts with a new volume, which it names `volume`, where there is data.
start_with_data() { # [OPTION…] [-- ARGUMENT…]
  volume=harden-test-$run_id-$name-$builder-${#volumes[@]}
  volumes+=("$volume")
  start_on "$volume" "$@"
}

start_on() { # VOLUME [OPTION…] [-- ARGUMENT…]
  local mount=()
  [[ -z $data ]] || mount=(-v "$1:$data")
  start "${limits[@]}" "${mount[@]}" "${@:2}" || {
    why="does not start: $(tail -n 1 "$work/log")"
    return 1
  }
}

works() { # ANSWER
  answers "$1" && is_as_it_should_be
}

answers() { # ANSWER
  local answer
  answer=$(ask) || {
    why="no answer; $(last_line)"
    return 1
  }
  [[ $answer == "$1" ]] || {
    why="another answer: $(diff <(echo "$1") <(echo "$answer") | grep -m 1 '^>')"
    return 1
  }
  says "$logged" || {
    why="its log lacks \"$logged\""
    return 1
  }
}

says() { # TEXT
  [[ $(docker logs "$container" 2>&1) == *"$1"* ]]
}

# The line of `processes` for the program.
program_line() {
  local line fields
  while read -r line; do
    read -r -a fields <<<"$line"
    [[ "${fields[*]:6}" != "$program"* ]] || printf '%s\n' "$line"
  done < <(processes)
}

# uid and gid four times, no capability, none of root's groups; and the first
# process, or the child of the init that the case asks for.
is_as_it_should_be() {
  local line pid parent capabilities uids gids groups uid=${user%:*} gid=${user#*:}
  line=$(program_line)
  read -r pid parent capabilities uids gids groups _ <<<"$line"
  why="the program runs like this: $line"
  [[ $uids == "$uid,$uid,$uid,$uid" && $gids == "$gid,$gid,$gid,$gid" ]] ||
    return 1
  [[ $capabilities =~ ^0+$ && ,$groups, != *,0,* ]] || return 1
  if [[ -z $init ]]; then
    [[ $pid == 1 ]] || return 1
  else
    [[ $parent == 1 && $(processes) =~ (^|$'\n')"1 0 "[^$'\n']*" $init " ]] ||
      return 1
  fi
  why=''
}

# `docker stop`, and what the program makes of it. Sets `milliseconds`. Who
# does not hear of it is killed after three seconds, instead of ten.
stops() {
  local begin status
  begin=$(date +%s%3N)
  docker stop -t 3 "$container" >/dev/null
  milliseconds=$(($(date +%s%3N) - begin))
  status=$(docker inspect -f '{{.State.ExitCode}}' "$container")
  why="exit status $status after $milliseconds ms; $(last_line)"
  [[ $status == 0 && $milliseconds -lt 2000 ]] || return 1
  says "$last_words" || return 1
  why=''
}

# --- what is checked ---------------------------------------------------------

# What a report of harden says that the script needs: "CHOWN SETGID SETUID".
capabilities_in() { # REPORT
  sed -n 's/.*needs the capabilities \([A-Z_]*\(, [A-Z_]*\)*\).*/\1/p' "$1" |
    head -n 1 | tr -d ,
}

# Sets `limits` to these capabilities and nothing else.
limit_to() { # CAPABILITY…
  local capability
  limits=(--security-opt no-new-privileges --cap-drop ALL)
  for capability in "$@"; do
    limits+=(--cap-add "$capability")
  done
}

# Sets `capabilities` to those that harden names, in both of its commands.
read_capabilities() {
  local named
  expect_check 0 Dockerfile.secure
  named=$(capabilities_in "$work/check")
  [[ -n $named ]] || {
    cat "$work/check"
    fail "harden check names no capabilities"
  }
  if [[ $unchanged == no && $(capabilities_in "$work/report") != "$named" ]]; then
    cat "$work/report" "$work/check"
    fail "harden and harden check name other capabilities"
  fi
  read -r -a capabilities <<<"$named"
}

# The original, with all that engines allow and with what harden names.
look_at_original() {
  build Dockerfile original
  start_with_data || fail "$why"
  expected=$(ask) || fail_with_logs "the original gives no answer"
  printf 'answer:\n%s\n' "$expected"
  printf 'before, as it is: %s\n' "$(program_line)"
  if [[ $was_stopped == yes ]]; then
    stops || fail_with_logs "before, docker stop: $why"
    printf 'before, docker stop took %s ms\n' "$milliseconds"
  else
    ! stops || fail "before, docker stop ended it properly"
    printf 'before, docker stop: %s\n' "$why"
  fi
  if [[ ${#arguments[@]} -gt 0 ]]; then
    start_with_data -- "${arguments[@]}" || fail "$why"
    expected_with_arguments=$(ask) ||
      fail_with_logs "the original gives no answer with arguments"
    printf 'answer with arguments:\n%s\n' "$expected_with_arguments"
    [[ $expected_with_arguments != "$expected" ]] ||
      fail "the answer does not show the arguments"
  fi
  [[ $was_root == no ]] || expect_root_with_limits
}

expect_root_with_limits() {
  local line uids
  limit_to "${capabilities[@]}"
  start_with_data || fail "$why"
  ask >/dev/null || fail_with_logs "the original gives no answer with --cap-drop"
  line=$(program_line)
  printf 'before, with --cap-drop: %s\n' "$line"
  read -r _ _ _ uids _ <<<"$line"
  [[ $uids == 0,0,0,0 ]] || fail "the original gave up root itself"
  limits=()
}

run_scenarios() {
  local scenario begin
  limit_to "${capabilities[@]}"
  printf 'after, with %s:\n' "${limits[*]}"
  for scenario in "${scenarios[@]}"; do
    begin=$(date +%s%3N)
    "$scenario" || fail_with_logs "after, $scenario: $why"
    printf '  %-18s works (%d ms)\n' "$scenario" $(($(date +%s%3N) - begin))
    [[ $scenario != stopped ]] ||
      printf '  %-18s took %d ms\n' 'docker stop' "$milliseconds"
    [[ $scenario != fresh_volume ]] ||
      printf '  %-18s %s\n' '' "$(program_line)"
    docker rm -f -v "$container" >/dev/null
  done
}

# Without any one of them some scenario fails: otherwise it was named in vain.
leave_out_each() {
  local out kept others
  printf 'after, with one capability left out:\n'
  for out in "${capabilities[@]}"; do
    others=()
    for kept in "${capabilities[@]}"; do
      [[ $kept == "$out" ]] || others+=("$kept")
    done
    limit_to "${others[@]}"
    something_fails || fail "harden names what nothing needs: $out"
    printf '  %-13s %-18s fails: %s\n' "$out" "$scenario" "$why"
  done
}

# Sets `scenario` to the first that fails.
something_fails() {
  local result
  for scenario in "${scenarios[@]}"; do
    # No capability reaches a container that root does not start; the others
    # start like a fresh volume.
    [[ $scenario != as_user && $scenario != with_arguments ]] || continue
    [[ $scenario != stopped || -n $init ]] || continue
    result=works
    "$scenario" || result=fails
    docker rm -f -v "$container" >/dev/null 2>&1 || true
    [[ $result == works ]] || return 0
    printf '  %-13s %-18s works\n' "$out" "$scenario"
  done
  return 1
}

expect_unchanged() {
  local made
  cmp "$work/app/Dockerfile" "$work/app/Dockerfile.secure" ||
    fail "harden changed a Dockerfile that was right"
  # The settings of runtimes, and what keeps them out of the image, are written
  # all the same; a script is not.
  made=$(find "$work/app" -name 'Dockerfile.secure.d' -prune -o \
    -name '*.secure*' ! -name Dockerfile.secure \
    ! -name Dockerfile.secure.dockerignore -print)
  [[ -z $made ]] || fail "harden wrote $made"
  expect_check 1 --allow-step-down=no Dockerfile
}

check_step_down() {
  use_scenarios
  harden_it
  cat "$work/report"
  [[ $unchanged == no ]] || expect_unchanged
  read_capabilities
  look_at_original
  build Dockerfile.secure hardened
  expect_start_as_root
  run_scenarios
  [[ $builder == classic ]] || leave_out_each
}

# The image starts as root, as harden says.
expect_start_as_root() {
  local configured
  configured=$(docker inspect -f '{{.Config.User}}' "$image")
  [[ $configured =~ ^(|0|root|0:0|root:root)$ ]] ||
    fail "the hardened image has USER $configured"
}
