#include "observe/trace/tracer_image.h"

#include <fmt/format.h>

namespace harden::trace {
namespace {

// Where strace is not there, the first package manager that is brings it. In
// one line, as JSON: images may have set another SHELL.
constexpr std::string_view collect =
    "set -e; "
    "have() { command -v $1 >/dev/null 2>&1; }; "
    "if have strace; then :; "
    "elif have apt-get; then apt-get update && "
    "apt-get install -y --no-install-recommends strace; "
    "elif have apk; then apk add --no-cache strace; "
    "elif have microdnf; then microdnf install -y strace; "
    "elif have dnf; then dnf install -y strace; "
    "elif have yum; then yum install -y strace; "
    "elif have zypper; then zypper --non-interactive install strace; "
    "else echo this image can not get strace >&2; exit 1; fi; "
    "mkdir -p {0}/lib {0}/log; chmod 1777 {0}/log; "
    "cp $(command -v strace) {0}/strace; "
    "ldd {0}/strace | while read -r name arrow path rest; do "
    "case $name$arrow in "
    "/*=*) cp -L $path {0}/lib/; cp -L $path {0}/ld.so;; "
    "/*) cp -L $name {0}/ld.so;; "
    "*=*) case $path in /*) cp -L $path {0}/lib/;; esac;; "
    "esac; done; "
    "{0}/ld.so --library-path {0}/lib {0}/strace -V >/dev/null";

std::string escaped_braces(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("{0}")) {
      result += tracer_folder;
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace

std::string log_path(std::string_view name) {
  return fmt::format("{}/log/{}", tracer_folder, name);
}

std::string tracing_dockerfile(const std::string& image,
                               const std::string& tracer) {
  return fmt::format(
      "FROM {} AS harden-trace-tools\n"
      "USER 0\n"
      "RUN [\"/bin/sh\", \"-c\", \"{}\"]\n"
      "FROM {}\n"
      "COPY --from=harden-trace-tools {} {}\n",
      tracer, escaped_braces(collect), image, tracer_folder, tracer_folder);
}

std::vector<std::string> traced(const std::vector<std::string>& argv,
                                const std::string& log, bool first) {
  const std::string folder(tracer_folder);
  std::vector<std::string> words = {
      folder + "/ld.so", "--library-path", folder + "/lib", folder + "/strace",
      // No arguments are decoded: only names are needed.
      "-f", "-qq", "-e", "raw=all", "-e", "signal=none", "-o", log};
  if (first) words.emplace_back("-D");
  words.emplace_back("--");
  words.insert(words.end(), argv.begin(), argv.end());
  return words;
}

std::vector<std::string> tracer_calls() {
  return {"access",
          "alarm",
          "arch_prctl",
          "brk",
          "clone",
          "close",
          "dup",
          "dup2",
          "dup3",
          "execve",
          "exit",
          "exit_group",
          "faccessat",
          "faccessat2",
          "fcntl",
          "fork",
          "fstat",
          "futex",
          "getcwd",
          "getegid",
          "geteuid",
          "getgid",
          "getpid",
          "getppid",
          "getrandom",
          "gettid",
          "getuid",
          "ioctl",
          "kill",
          "lseek",
          "mmap",
          "mprotect",
          "munmap",
          "newfstatat",
          "open",
          "openat",
          "pause",
          "pipe",
          "pipe2",
          "prctl",
          "pread64",
          "prlimit64",
          "process_vm_readv",
          "ptrace",
          "read",
          "readlink",
          "readlinkat",
          "restart_syscall",
          "rseq",
          "rt_sigaction",
          "rt_sigprocmask",
          "rt_sigreturn",
          "sched_getaffinity",
          "set_robust_list",
          "set_tid_address",
          "setpgid",
          "setregid",
          "setreuid",
          "setsid",
          "stat",
          "statx",
          "tgkill",
          "tkill",
          "umask",
          "uname",
          "vfork",
          "wait4",
          "waitid",
          "write",
          "writev"};
}

}  // namespace harden::trace
