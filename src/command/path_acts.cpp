#include "command/path_acts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text/paths.h"

namespace harden {
namespace {

// Where the part of a word begins that nobody knows: an expansion, or a
// pattern that the shell would have replaced.
constexpr std::string_view open_characters = "$`*?[";

bool is_at_or_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

// `/proc/$$/fd/1` is the shell's own: the same for what it starts with exec.
std::string with_own_process(std::string text) {
  constexpr std::string_view own = "/proc/$$";
  if (text.starts_with(own)) text.replace(0, own.size(), "/proc/self");
  return text;
}

std::string resolved(const std::string& path,
                     const std::optional<std::string>& folder) {
  if (path.empty() || path[0] == '~') return {};
  if (path[0] != '/' && !folder) return {};
  return absolute_path(folder.value_or("/"), path);
}

bool is_setting_of_kernel(std::string_view path) {
  return is_at_or_below(path, "/proc/sys") || is_at_or_below(path, "/sys");
}

Act act_on(Act::Kind kind, const PathTarget& target, bool recursive,
           std::vector<Capability> capabilities, std::string reason) {
  Act act;
  act.kind = kind;
  act.path = target.path;
  act.recursive = recursive || target.below;
  act.capabilities = std::move(capabilities);
  act.reason = std::move(reason);
  return act;
}

}  // namespace

// Of `/data/$name` the folder /data is known. That `$name` holds no `..` is
// taken for granted: the path is only used to say what is written, and to give
// it away. Of `/$name` nothing is known: all of `/` would be too much.
PathTarget target_of(const Field& field,
                     const std::optional<std::string>& folder) {
  const std::string text = with_own_process(field.value);
  const std::size_t open = text.find_first_of(open_characters);
  if (open == std::string::npos) {
    const bool known = field.known || text != field.value;
    return {known ? resolved(text, folder) : std::string(), false};
  }
  const std::size_t slash = text.rfind('/', open);
  if (slash == std::string::npos || slash == 0) return {};
  return {resolved(text.substr(0, slash), folder), true};
}

PathTarget named_or_folder(const Field* named,
                           const std::optional<std::string>& folder) {
  if (named != nullptr) return target_of(*named, folder);
  return {folder.value_or(std::string()), false};
}

bool anybody_may_write(std::string_view path) {
  constexpr std::array<std::string_view, 13> open = {
      "/tmp",        "/var/tmp",    "/proc/self", "/proc/1/fd", "/dev/null",
      "/dev/stdout", "/dev/stderr", "/dev/fd",    "/dev/shm",   "/dev/tty",
      "/dev/zero",   "/dev/tcp",    "/dev/udp"};
  return std::ranges::any_of(
      open, [&](std::string_view it) { return is_at_or_below(path, it); });
}

void add_write(std::vector<Act>& acts, const PathTarget& target,
               bool recursive) {
  if (anybody_may_write(target.path)) return;
  if (is_setting_of_kernel(target.path)) {
    acts.push_back(act_on(Act::Kind::kernel, target, recursive,
                          {Capability::sys_admin}, "changes kernel settings"));
    acts.back().remedy = "give them with `docker run --sysctl`";
    return;
  }
  acts.push_back(act_on(Act::Kind::write, target, recursive,
                        {Capability::dac_override}, "writes files"));
  acts.back().remedy = "let the program's user own the path";
}

void add_mode(std::vector<Act>& acts, const PathTarget& target,
              bool recursive) {
  // What lies there is the caller's own.
  if (anybody_may_write(target.path)) return;
  std::vector<Capability> capabilities;
  // A folder that its owner keeps to itself must be entered.
  if (recursive) capabilities.push_back(Capability::dac_override);
  capabilities.push_back(Capability::fowner);
  acts.push_back(act_on(Act::Kind::mode, target, recursive,
                        std::move(capabilities), "changes modes"));
  acts.back().remedy = "set the mode in a `RUN` or with `COPY --chmod`";
}

void add_owner(std::vector<Act>& acts, const PathTarget& target, bool recursive,
               std::string account) {
  std::vector<Capability> capabilities{Capability::chown};
  // CHOWN alone does not enter a folder of mode 0700.
  if (recursive) capabilities.push_back(Capability::dac_override);
  acts.push_back(act_on(Act::Kind::owner, target, recursive,
                        std::move(capabilities), "changes owners"));
  acts.back().account = std::move(account);
  acts.back().remedy = "set the owner in a `RUN` or with `COPY --chown`";
}

std::vector<Act> write_to(const Field& path,
                          const std::optional<std::string>& folder) {
  std::vector<Act> acts;
  const PathTarget target = target_of(path, folder);
  // A device is opened, never made.
  const bool device = target.path.starts_with("/dev/");
  if (!device) add_write(acts, target);
  return acts;
}

}  // namespace harden
