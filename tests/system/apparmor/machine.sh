# shellcheck shell=bash
# A machine with a kernel that has AppArmor: Debian's, in QEMU without KVM.
# Needs skip and fail of common.sh, and `work`:
: "${work:?is set by run.sh}"

need_tools() {
  local tool
  [[ $(uname -m) == x86_64 ]] || skip "the machine is made for amd64 only"
  for tool in qemu-system-x86_64 cpio gcc apparmor_parser runc dpkg; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
  done
  if [[ ! -x /bin/busybox ]] || ldd /bin/busybox >/dev/null 2>&1; then
    skip "busybox-static is not installed"
  fi
}

# Sets `kernel`: $HARDEN_KERNEL, or Debian's, which is kept for the next time.
find_kernel() { # FOLDER
  local package
  kernel=${HARDEN_KERNEL:-}
  [[ -z $kernel ]] || return 0
  mkdir -p "$1"
  kernel=$(find "$1" -name 'vmlinuz-*' -print -quit)
  [[ -z $kernel ]] || return 0
  package=$(apt-cache depends linux-image-cloud-amd64 2>/dev/null |
    sed -n 's/.*Depends: \(linux-image-.*\)/\1/p' | head -n 1)
  [[ -n $package ]] || skip "apt knows no linux-image-cloud-amd64"
  (cd "$1" && timeout 300 apt-get -qq download "$package" >/dev/null 2>&1) ||
    skip "the kernel $package cannot be fetched; HARDEN_KERNEL may name one"
  dpkg -x "$1"/linux-image-*.deb "$1/unpacked"
  rm -f "$1"/linux-image-*.deb
  kernel=$(find "$1" -name 'vmlinuz-*' -print -quit)
  [[ -n $kernel ]] || fail "no kernel in the package $package"
}

# A program with its libraries, into $work/root.
take_program() { # PATH
  local file
  for file in "$1" $(ldd "$1" | sed -n 's#[^/]*\(/[^ ]*\) (.*#\1#p'); do
    mkdir -p "$work/root$(dirname "$file")"
    cp -L "$file" "$work/root$file"
  done
}

# Packs $work/root and starts it; the console goes to the file.
start_machine() { # CONSOLE
  (cd "$work/root" && find . | cpio --quiet -o -H newc -R 0:0) \
    >"$work/initramfs"
  timeout 300 qemu-system-x86_64 -m 1024 -nographic -no-reboot \
    -kernel "$kernel" -initrd "$work/initramfs" \
    -append "console=ttyS0 quiet panic=-1 apparmor=1 security=apparmor" \
    </dev/null 2>&1 | tr -d '\r' >"$1" || true
  grep -q '^all done$' "$1" || {
    cat "$1"
    fail "the machine did not come to its end"
  }
}
