#include "runtime/apparmor/programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "runtime/apparmor/rule_text.h"

namespace harden::apparmor {
namespace {

constexpr std::string_view bin_folders = "/{,usr/,usr/local/}{,s}bin/";

// What a name may be a link to, as a pattern; official images and Debian.
struct PathAlias {
  std::string_view name;
  std::string_view pattern;
};
constexpr std::array<PathAlias, 12> aliases = {{
    {"ash", "{ash,busybox}"},
    {"awk", "{awk,gawk,mawk,busybox}"},
    {"bash", "bash"},
    {"java", "java"},
    {"node", "{node,nodejs}"},
    {"nodejs", "{node,nodejs}"},
    {"perl", "perl*"},
    {"php", "php*"},
    {"python", "python{,[0-9]*}"},
    {"python3", "python3{,.[0-9]*}"},
    {"ruby", "ruby*"},
    {"sh", "{sh,dash,bash,ash,busybox}"},
}};

// Programs that a runtime starts behind its own name: interpreters of scripts,
// helpers, and what lies outside of the usual folders. Paths of the official
// images (docker-library) and of Debian's packages.
struct HelperPaths {
  std::string_view runtime;  // key of templates/runtimes.json
  std::string_view pattern;  // of a path
};
constexpr std::array<HelperPaths, 14> helpers = {{
    {"apache", "/usr/sbin/{apache2,rotatelogs}"},
    {"dotnet", "/usr/{share,lib,lib64}/dotnet/{dotnet,**/createdump}"},
    {"erlang", "/{usr/,usr/local/,opt/}{,lib/}erlang/**"},
    {"httpd", "/usr/local/apache2/bin/*"},
    {"java", "/{opt,usr/lib/jvm}/**/{java,jspawnhelper,jexec}"},
    {"mariadb", "/usr/{,local/}{,s}bin/{mariadb,mysql}*"},
    {"node", "/{,usr/,usr/local/}bin/{node,nodejs}"},
    {"php-fpm", "/{,usr/,usr/local/}{,s}bin/php*"},
    {"postgres", "/usr/{,local/}{,lib/postgresql/*/}bin/*"},
    {"python", "/{,usr/,usr/local/,opt/**/}bin/python{,[0-9]*}"},
    {"python-tools", "/{,usr/,usr/local/,opt/**/}bin/python{,[0-9]*}"},
    {"rabbitmq", "/{usr/,usr/local/,opt/}{,lib/}{erlang,rabbitmq}/**"},
    {"ruby", "/{,usr/,usr/local/}bin/ruby*"},
    {"tomcat", "/{opt,usr/lib/jvm}/**/{java,jspawnhelper}"},
}};

// The init that engines put in front (moby: daemon/oci_linux.go; Podman:
// libpod/container_internal_common.go).
constexpr std::string_view inits =
    "\"/{dev/init,sbin/docker-init,run/podman-init}\"";

bool is_bin_folder(std::string_view folder) {
  static constexpr std::array<std::string_view, 6> folders = {
      "/bin",      "/sbin",          "/usr/bin",
      "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"};
  return std::find(folders.begin(), folders.end(), folder) != folders.end();
}

std::string name_pattern(std::string_view name) {
  const auto* alias =
      std::find_if(aliases.begin(), aliases.end(),
                   [&](const PathAlias& it) { return it.name == name; });
  return alias == aliases.end() ? literal(name) : std::string(alias->pattern);
}

std::string pattern_of(std::string_view program) {
  const std::size_t slash = program.rfind('/');
  if (slash != program.npos && !is_bin_folder(program.substr(0, slash))) {
    return quoted(program);
  }
  const std::string_view name =
      slash == program.npos ? program : program.substr(slash + 1);
  return fmt::format("\"{}{}\"", bin_folders, name_pattern(name));
}

class ProgramPatterns {
 public:
  void add(std::string pattern) {
    const auto same = std::find(all_.begin(), all_.end(), pattern);
    if (same == all_.end()) all_.push_back(std::move(pattern));
  }
  void add_program(const std::string& program) {
    const std::string_view name =
        std::string_view(program).substr(program.rfind('/') + 1);
    // `.` and `..` are no programs, and neither are relative paths: whoever
    // made the policy knows the folder.
    const bool relative =
        program.find('/') != program.npos && !program.starts_with('/');
    if (name.empty() || name == "." || name == ".." || relative) return;
    add(pattern_of(program));
  }
  std::vector<std::string> take() { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

}  // namespace

std::vector<std::string> program_patterns(const Policy& policy) {
  ProgramPatterns patterns;
  for (const std::string& it : policy.starters) patterns.add_program(it);
  for (const auto& it : policy.executables) patterns.add_program(it.value);
  const Health& health = policy.health.value;
  if (!health.none && !health.test.empty()) {
    patterns.add_program(health.test.front());
  }
  for (const HelperPaths& it : helpers) {
    if (it.runtime == policy.syscall_class.value) {
      patterns.add(fmt::format("\"{}\"", it.pattern));
    }
  }
  if (policy.init.value) patterns.add(std::string(inits));
  if (policy.runs_scripts) patterns.add(fmt::format("\"{}*\"", bin_folders));
  return patterns.take();
}

}  // namespace harden::apparmor
