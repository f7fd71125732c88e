#!/bin/bash
# linked.sh PROGRAM BUILD: templates/licenses.json names the libraries whose
# code is in the program, and no others.
#
# What the build of the program has read of /usr is asked of ninja, what it is
# linked with of ldd: shared libraries bring those that they need themselves, as
# the archives of the static program do. Debian says which library a file is of:
# that is the source package.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
program=${1:?the program} build=${2:?its build folder}

skip() {
  echo "skipped: $*"
  exit 77
}
for tool in dpkg-query ldd ninja python3; do
  command -v "$tool" >/dev/null || skip "there is no $tool"
done
[[ -e $build/build.ninja ]] || skip "it was not built by ninja"
[[ $(</etc/debian_version) == 12* ]] || skip "this is not Debian 12"

# Objects of the program itself; those of the tests lie below tests/.
headers() {
  ninja -C "$build" -t deps |
    awk '/^[^ ]/ { ours = $1 ~ /^CMakeFiles\/harden/ && /VALID/ }
      ours && $1 ~ /^\/usr\// { print $1 }'
}
shared() { ldd "$program" | grep -o '/[^ ]*'; }

source_packages() { xargs dpkg-query -W -f "\${source:Package}\n" | sort -u; }

# Files of /lib, which is a link to /usr/lib, belong to packages by either name.
sources() {
  sort -u | xargs realpath | sed 'p; s/^\/usr//' |
    { xargs dpkg-query -S 2>/dev/null || true; } |
    sed 's/: .*//; s/,.*//' | sort -u |
    source_packages
}

listed() {
  python3 -c 'import json, sys
for it in json.load(open(sys.argv[1]))["libraries"]: print(it["package"])' \
    "$here/../../templates/licenses.json" |
    source_packages
}

# The kernel's headers say what its interface is: its license leaves out the
# programs that use that (COPYING: Linux-syscall-note).
diff <(listed) <({ headers; shared; } | sources | grep -vx linux) || {
  echo "< is in templates/licenses.json, > in the program" >&2
  exit 1
}
