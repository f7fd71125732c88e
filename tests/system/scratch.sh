# shellcheck shell=bash disable=SC2154
# What images from scratch have to show. run_case.sh reads this file.

# The whole test: same answers as before, confined to the utmost, no shell,
# at least FACTOR times smaller, and the same files from a second build.
#
# Each container has a peer: an HTTPS server that it knows as peer.test.
# OPTIONs are those of `docker run` for the confined container besides.
check_scratch() { # FACTOR [OPTION…]
  local factor=$1 before after before_size files
  shift
  harden_it
  build Dockerfile original
  before_size=$(image_size)
  run_with_peer
  before=$(ask) || fail_with_logs "the original gives no answer"

  build Dockerfile.secure hardened
  note_size "$before_size" "$(image_size)"
  [[ $((before_size / $(image_size))) -ge $factor ]] ||
    fail "the image is not $factor times smaller"
  run_with_peer --read-only --cap-drop ALL --security-opt no-new-privileges \
    --tmpfs /tmp:rw,noexec,nosuid,nodev,size=8m,mode=1777 "$@"
  after=$(ask) || fail_with_logs "the hardened container gives no answer"
  printf 'answer:\n%s\n' "$before"
  [[ $before == "$after" ]] ||
    fail "the answers differ"$'\n'"$before"$'\n'"$after"
  expect_unprivileged "$(ids)"
  # Without a read-only root, /tmp is the image's own.
  run_with_peer
  [[ $(ask) == "$before" ]] || fail_with_logs "without --tmpfs it differs"

  files=$(image_files)
  expect_shell "$files"
  grep -qE ' etc/passwd ' <<<"$files" || fail "the image has no passwd"
  docker rmi -f "$image" >/dev/null 2>&1 || true
  DOCKER_BUILDKIT=$([[ $builder == buildkit ]] && echo 1 || echo 0) \
    docker build --no-cache --network host -t "$image" \
    -f "$work/app/Dockerfile.secure" "$work/app" >"$work/log" 2>&1 ||
    fail "the second build fails"
  diff <(echo "$files") <(image_files) ||
    fail "two builds do not give the same files"
}

# What a program has to answer to status_and_peers of http.sh. REASON is why it
# does not trust its peer under a name that the certificate lacks.
expect_answers() { # REASON
  expect_answer '^stored: yes$' "its volume cannot be written"
  expect_answer '^tmp: yes$' "/tmp cannot be written"
  expect_answer '^zone: JST$' "the time zone is lost"
  expect_answer '^peer: hello$' "its peer is not found by name, or not trusted"
  expect_answer "^peer: refused: .*$1" \
    "a certificate for another name is trusted"
}

expect_answer() { # PATTERN OTHERWISE
  grep -q "$1" "$work/answer" || fail "$2"
}

# With `keep_shell` in the case's case.sh one is there, else none.
expect_shell() { # FILES
  if grep -qE '/((ba|da|a|k|z)?sh|busybox) ' <<<"$1"; then
    [[ -n ${keep_shell:-} ]] || fail "the image has a shell"
  else
    [[ -z ${keep_shell:-} ]] || fail "the image has no shell"
  fi
}

# For the table that sizes.sh prints.
note_size() { # BEFORE AFTER
  local row
  row=$(printf '%-20s %10d kB %10d kB %6d' "$name" $(($1 / 1000)) \
    $(($2 / 1000)) $(($1 / $2)))
  echo "size: $row"
  mkdir -p "$state/sizes"
  echo "$row" >"$state/sizes/$name"
}

# run, and a peer in the same network.
run_with_peer() { # OPTION…
  local peer
  run --add-host peer.test:127.0.0.1 "$@"
  peer=$(docker run -d --label "harden-test=$run_id" \
    --network "container:$container" -e PEM="$(<"$here/tls/server.pem")" \
    "$(image python:3.11)" python3 -c "$(<"$here/peer.py")") ||
    fail "the peer does not start"
  containers+=("$peer")
}

image_size() {
  docker image inspect -f '{{.Size}}' "$image"
}

# MODE OWNER PATH SUM of every file, without those that the engine adds.
image_files() {
  local id folder
  folder=$(mktemp -d "$work/files.XXXXXX")
  id=$(docker create --label "harden-test=$run_id" "$image" 2>/dev/null)
  docker export "$id" >"$folder/all.tar"
  docker rm -v "$id" >/dev/null
  mkdir "$folder/root"
  tar -C "$folder/root" --exclude='dev/*' -xf "$folder/all.tar"
  (cd "$folder/root" && find . -mindepth 1 -printf '%m %U:%G %P %l\n' |
    grep -vE ' (\.dockerenv|dev|proc|sys|etc/(hosts|hostname|resolv.conf|mtab)) ' |
    sort -k 3
    find . -type f -not -path './etc/host*' -exec sha256sum {} + | sort -k 2)
}
