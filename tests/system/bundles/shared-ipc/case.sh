# shellcheck shell=bash disable=SC2034,SC2154
# Two containers share the IPC namespace and no other, because their policies
# say so; a third one does not see what they see.
program='python '
donor=harden-test-$run_id-receiver

# The image is the same for all, run.sh is not.
write_run_sh_of() { # ROLE [OPTION…]
  write_bundle "${@:2}"
  cp -r "$bundle" "$work/$1"
}

launch_of() { # ROLE [OPTION…]
  local bundle=$work/$1
  launch --restart no "${@:2}"
}

run_of() { # ROLE [OPTION…]
  launch_of "$@" || fail "$1 $why"
}

refused() { # ROLE BECAUSE
  ! launch_of "$1" || fail "run.sh started the $1"
  [[ $(<"$work/log") == "run.sh: $2: start it "* ]] ||
    fail "run.sh says: $(<"$work/log")"
  printf '%s\n' "$(<"$work/log")"
}

# Each line of the facts is "namespace NAME OWN HOST".
compare_namespaces() {
  local kind own host others
  while read -r _ kind own host; do
    others=$(sed -n "s/^namespace $kind \([^ ]*\) .*/\1/p" "$work/receiver.facts")
    [[ $own != "$host" ]] || fail "$kind is the host's"
    if [[ $kind == ipc ]]; then
      [[ $own == "$others" ]] || fail "ipc is not shared: $own and $others"
      printf 'shared: %s\n' "$own"
    else
      [[ $own != "$others" ]] || fail "$kind is shared: $own"
      printf 'not shared: %s and %s\n' "$own" "$others"
    fi
  done < <(grep '^namespace ' "$work/facts")
}

check() {
  write_run_sh_of receiver --set 'ipc="shareable"' \
    --set "container_name=\"$donor\""
  write_run_sh_of sender --set "ipc=\"container:$donor\""
  write_run_sh_of stranger
  build Dockerfile.secure hardened

  refused sender "the container $donor does not run"
  edits=('s/--ipc shareable/--ipc private/')
  run_of receiver
  edits=()
  refused sender "the container $donor does not share its IPC namespace"
  remove

  run_of receiver
  wait_for ready
  local receiver=$container
  serves_as_user || fail "receiver: $why"
  cp "$work/facts" "$work/receiver.facts"

  run_of stranger --env ROLE=send
  wait_for 'refused: No such file or directory'
  printf 'the stranger is refused: it does not see the queue\n'

  # One that waits, for its namespaces to be seen.
  run_of sender --env ROLE=wait
  wait_for ready
  serves_as_user || fail "sender: $why"
  compare_namespaces

  run_of sender --env ROLE=send
  wait_for sent
  container=$receiver
  wait_for 'received: Lima is the capital of Peru'
  printf 'the receiver got what the sender sent\n'
}
