#include "passes/rootfs_script.h"

#include "passes/user_setup.h"

namespace harden {
namespace {

// FACTS: what programs look for in every image. mime.types is Go's.
constexpr const char* system_files[] = {
    "/etc/nsswitch.conf /etc/services /etc/protocols /etc/mime.types",
    "/etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt",
    "/etc/localtime /etc/timezone /usr/share/zoneinfo",
};

using Lines = std::vector<std::string>;

void add_functions(Lines& lines) {
  lines.insert(
      lines.end(),
      {
          "folder() {",
          "  if [ -d \"/rootfs$1\" ]; then return; fi;",
          "  folder \"${1%/*}\";",
          "  mkdir \"/rootfs$1\";",
          "  chmod \"$(stat -Lc %a \"$1\")\" \"/rootfs$1\";",
          "  chown \"$(stat -Lc %u:%g \"$1\")\" \"/rootfs$1\";",
          "};",
          "keep() {",
          "  if [ ! -e \"$1\" ]; then",
          "    echo \"harden: $1 is missing\" >&2; exit 1;",
          "  fi;",
          "  folder \"${1%/*}\";",
          "  cp -a \"$1\" \"/rootfs${1%/*}/\";",
          "  if [ -L \"$1\" ]; then keep \"$(readlink -f \"$1\")\"; fi;",
          "};",
      });
}

std::string call(const std::string& function, const std::string& path) {
  return function + " " + shell_quoted(path) + ";";
}

void add_wanted(Lines& lines, const RootfsContents& contents) {
  lines.emplace_back("for path in");
  std::string own;
  for (const std::string& path : contents.wanted) {
    own += (own.empty() ? "" : " ") + shell_quoted(path);
  }
  if (!own.empty()) lines.push_back("  " + own);
  for (const char* paths : system_files) {
    lines.push_back(std::string("  ") + paths);
  }
  lines.back() += ";";
  lines.emplace_back("do if [ -e \"$path\" ]; then keep \"$path\"; fi; done;");
}

// Nobody can log in where there is no shell.
void add_accounts(Lines& lines, const RootfsContents& contents) {
  const std::string uid = std::to_string(contents.uid);
  const std::string gid = std::to_string(contents.gid);
  lines.push_back("sed -n -E '/^(root|nobody):|^[^:]*:[^:]*:" + uid +
                  ":/s|[^:]*$|/sbin/nologin|p' /etc/passwd "
                  ">/rootfs/etc/passwd;");
  lines.push_back("sed -n -E '/^(root|nobody|nogroup):|^[^:]*:[^:]*:" + gid +
                  ":/p' /etc/group >/rootfs/etc/group");
}

}  // namespace

std::vector<std::string> rootfs_script(const RootfsContents& contents) {
  Lines lines{"set -e;"};
  add_functions(lines);
  lines.emplace_back("mkdir -p /rootfs/etc /rootfs/tmp;");
  lines.emplace_back("chmod 1777 /rootfs/tmp;");
  if (!contents.static_program.empty()) {
    const std::string path = shell_quoted(contents.static_program);
    lines.push_back("if ldd " + path + " 2>/dev/null | grep -q /ld-; then");
    lines.push_back("  printf 'harden: %s needs shared libraries\\n' " + path +
                    " >&2; exit 1;");
    lines.emplace_back("fi;");
  }
  for (const std::string& path : contents.needed) {
    lines.push_back(call("keep", path));
  }
  add_wanted(lines, contents);
  for (const std::string& path : contents.folders) {
    lines.push_back(call("folder", path));
  }
  add_accounts(lines, contents);
  return lines;
}

}  // namespace harden
