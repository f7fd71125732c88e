#!/bin/bash
# pre_commit.sh PROGRAM: both hooks, run by pre-commit in a repository.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

needs git
needs pre-commit
export PRE_COMMIT_HOME=$folder/pre-commit
plain_path=$PATH
export PATH=$folder/bin:$PATH

# The hooks come from a clone, as they do for users; its ./dev is not called
# as long as there is a harden in the PATH.
hooks=$folder/hooks
new_repository "$hooks"
cp -r "$root/ci" "$root/.pre-commit-hooks.yaml" "$root/CMakeLists.txt" "$hooks"
# shellcheck disable=SC2016 # expanded by the script
printf '#!/bin/sh\n[ "$1" = run ] || exit 3\nshift\necho built; exec %s "$@"\n' \
  "$program" >"$hooks/dev"
chmod +x "$hooks/dev"
git -C "$hooks" add -A
git -C "$hooks" commit -qm hooks
rev=$(git -C "$hooks" rev-parse HEAD)

app=$folder/app
new_repository "$app"
cd "$app"
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $hooks
    rev: $rev
    hooks:
      - id: harden-fix
      - id: harden-check
END
root_dockerfile >Dockerfile
echo 'FROM is no Dockerfile' >NOTES
git add -A
ends_with 0 pre-commit install

# The gate alone.
SKIP=harden-fix ends_with 1 git commit -qm root
says HD101 Dockerfile
git rev-parse -q --verify HEAD >/dev/null && fail "root was committed"

# The fix stops this commit, too, and is there for the next one.
ends_with 1 git commit -qm root
says 'files were modified'
grep -q '^USER 900:900$' Dockerfile || fail "not fixed: $(<Dockerfile)"
git add -A
ends_with 0 git commit -qm fixed
git rev-parse -q --verify HEAD >/dev/null || fail "the fix was not committed"

# Which files are Dockerfiles.
mkdir -p services/api
for name in Containerfile Dockerfile.prod web.Dockerfile \
  services/api/Dockerfile; do
  root_dockerfile >"$name"
done
for name in Dockerfile.dockerignore MyDockerfile README.md; do
  root_dockerfile >"$name"
done
git add -A
ends_with 1 pre-commit run harden-check
says Containerfile: Dockerfile.prod: web.Dockerfile: services/api/Dockerfile:
for name in dockerignore MyDockerfile README; do
  [[ $said != *"$name"* ]] || fail "$name was taken for a Dockerfile"
done

# Without one in the PATH, the checkout is built.
PATH=$plain_path
if ! command -v harden >/dev/null; then
  ends_with 1 pre-commit run harden-check
  says built HD101
fi
# One of another version says so.
# shellcheck disable=SC2016 # expanded by the script
printf '#!/bin/sh\n[ "$1" != --version ] || exec echo harden 0.0.1\nexec %s "$@"\n' \
  "$program" >"$folder/bin/old"
rm "$folder/bin/harden"
mv "$folder/bin/old" "$folder/bin/harden"
chmod +x "$folder/bin/harden"
PATH=$folder/bin:$PATH
ends_with 1 pre-commit run harden-check
says 'is 0.0.1, while'
