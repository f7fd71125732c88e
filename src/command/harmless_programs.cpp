#include "command/harmless_programs.h"

#include <algorithm>
#include <iterator>

namespace harden::model {
namespace {

// clang-format off
// Sorted. Interpreters are here: nobody creates users with `python -c`.
constexpr std::string_view kHarmless[] = {
    ":", "[", "[[", "a2disconf", "a2dismod", "a2dissite", "a2enconf",
    "a2enmod", "a2ensite", "add-apt-repository", "alias", "apt-cache",
    "apt-key", "apt-mark", "awk", "base32", "base64", "basename", "break",
    "bun", "bundle", "bundler", "bzip2", "c++", "c_rehash", "cargo", "case",
    "cat", "cc", "cd", "chage", "chgrp", "chmod", "chown", "chpasswd",
    "chsh", "cksum", "clang", "clang++", "cmake", "cmp", "comm", "command",
    "composer", "conda", "continue", "corepack", "cp", "curl", "cut",
    "date", "dd", "debconf-set-selections", "declare", "deno", "df", "diff",
    "dir", "dirname", "dirs", "docker-php-ext-configure",
    "docker-php-ext-enable", "docker-php-ext-install", "docker-php-source",
    "dotnet", "dpkg-architecture", "dpkg-divert", "dpkg-query",
    "dpkg-reconfigure", "du", "echo", "egrep", "env", "exit", "export",
    "expr", "false", "fc-cache", "fc-list", "fgrep", "file", "find", "fold",
    "for", "g++", "gcc", "gem", "getconf", "getent", "getopts", "git", "go",
    "gpasswd", "gpg", "gpgconf", "gradle", "grep", "groups", "gunzip",
    "gzip", "head", "hexdump", "hostname", "iconv", "id", "install", "java",
    "javac", "jq", "keytool", "ldconfig", "ldd", "lein", "let", "ln",
    "local", "locale", "locale-gen", "localedef", "ls", "lsb_release",
    "lua", "make-ssl-cert", "mamba", "md5sum", "micromamba", "mkdir",
    "mkfifo", "mktemp", "mv", "mvn", "nl", "node", "nohup", "npm", "nproc",
    "npx", "od", "openssl", "passwd", "patch", "pecl", "perl", "php", "pip",
    "pip3", "pipenv", "pipx", "pnpm", "poetry", "popd", "printenv",
    "printf", "ps", "pushd", "pwd", "pwgen", "python", "python2", "python3",
    "read", "readlink", "readonly", "realpath", "rename", "return", "rm",
    "rmdir", "rsync", "ruby", "rustc", "rustup", "sbt", "sed", "seq", "set",
    "setcap", "sha1sum", "sha256sum", "sha512sum", "shift", "shopt",
    "shred", "sleep", "sort", "split", "ssh-keygen", "ssh-keyscan", "stat",
    "strip", "sync", "tac", "tail", "tar", "tee", "test", "touch", "tput",
    "tr", "trap", "true", "truncate", "trust", "tsc", "type", "typeset",
    "ulimit", "umask", "unalias", "uname", "uniq", "unset", "unzip",
    "update-alternatives", "update-ca-certificates", "update-ca-trust",
    "update-locale", "uv", "wait", "wc", "wget", "which", "who", "whoami",
    "xz", "yarn", "yes", "yq", "zcat", "zip", "zstd",
};

constexpr std::string_view kPackageManagers[] = {
    "apk", "apt", "apt-get", "aptitude", "brew", "dnf", "dnf5", "dpkg",
    "emerge", "install_packages", "ipkg", "microdnf", "opkg", "pacman",
    "rpm", "snap", "tdnf", "xbps-install", "yum", "zypper",
};

constexpr std::string_view kNoPackages[] = {
    "--add-architecture", "--get-selections", "--import",
    "--print-architecture", "-L", "-R", "-Rns", "-Sc", "-Scc", "-e", "-l",
    "-q", "-qa", "-qi", "-s", "addrepo", "ar", "autoclean", "autoremove",
    "cache", "check", "check-update", "clean", "clean-all",
    "config-manager", "del", "erase", "info", "list", "lr", "makecache",
    "purge", "ref", "refresh", "remove", "removerepo", "repolist", "repos",
    "rr", "search", "show", "update", "version",
};
// clang-format on

static_assert(std::ranges::is_sorted(kHarmless));
static_assert(std::ranges::is_sorted(kPackageManagers));
static_assert(std::ranges::is_sorted(kNoPackages));

template <std::size_t size>
bool contains(const std::string_view (&sorted)[size], std::string_view name) {
  return std::binary_search(std::begin(sorted), std::end(sorted), name);
}

}  // namespace

bool is_harmless_program(std::string_view name) {
  return contains(kHarmless, name);
}

bool is_package_manager(std::string_view name) {
  return contains(kPackageManagers, name);
}

bool is_harmless_package_command(std::string_view name) {
  return contains(kNoPackages, name);
}

}  // namespace harden::model
