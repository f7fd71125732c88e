#include "command/file_effect.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text/find_any.h"
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

std::string resolved(std::string_view path,
                     const std::optional<std::string>& folder) {
  if (path.empty() || path[0] == '~') return {};
  if (path[0] != '/' && !folder) return {};
  std::string result = absolute_path(folder.value_or("/"), path);
  constexpr std::size_t longest = 4096;  // PATH_MAX: no system call takes more
  if (result.size() > longest) result.clear();
  return result;
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

void add_write(const PathTarget& target, bool recursive,
               std::vector<Act>& acts) {
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

void add_mode(const FileEffect& effect, std::vector<Act>& acts) {
  // What lies there is the caller's own.
  if (anybody_may_write(effect.to.path)) return;
  std::vector<Capability> capabilities;
  // A folder that its owner keeps to itself must be entered.
  if (effect.recursive) capabilities.push_back(Capability::dac_override);
  capabilities.push_back(Capability::fowner);
  acts.push_back(act_on(Act::Kind::mode, effect.to, effect.recursive,
                        std::move(capabilities), "changes modes"));
  acts.back().remedy = "set the mode in a `RUN` or with `COPY --chmod`";
}

void add_owner(const FileEffect& effect, std::vector<Act>& acts) {
  std::vector<Capability> capabilities{Capability::chown};
  // CHOWN alone does not enter a folder of mode 0700.
  if (effect.recursive) capabilities.push_back(Capability::dac_override);
  acts.push_back(act_on(Act::Kind::owner, effect.to, effect.recursive,
                        std::move(capabilities), "changes owners"));
  acts.back().account = effect.text.value_or("");
  acts.back().remedy = "set the owner in a `RUN` or with `COPY --chown`";
}

// As root tar gives what it unpacks its owners, and fails when it cannot.
void add_unpacked(const FileEffect& effect, std::vector<Act>& acts) {
  const std::size_t before = acts.size();
  add_write(effect.to, true, acts);
  if (!effect.keeps_owners || acts.size() == before) return;
  auto& capabilities = acts.back().capabilities;
  capabilities.insert(capabilities.begin(), Capability::chown);
}

// As root cp ends with an error when it cannot keep the owners.
void add_copied(const FileEffect& effect, std::vector<Act>& acts) {
  add_write(effect.to, effect.recursive, acts);
  if (effect.keeps_owners && !anybody_may_write(effect.to.path)) {
    add_owner(effect, acts);
  }
}

}  // namespace

// Of `/data/$name` the folder /data is known. That `$name` holds no `..` is
// taken for granted: the path is only used to say what is written, and to give
// it away. Of `/$name` nothing is known: all of `/` would be too much.
PathTarget target_of(const CommandWord& word,
                     const std::optional<std::string>& folder) {
  constexpr std::string_view own = "/proc/$$";
  if (word.text.starts_with(own)) {
    // The shell's own: the same for what it starts with exec.
    const std::string named =
        "/proc/self" + std::string(word.text.substr(own.size()));
    return target_of(named, folder);
  }
  const std::string_view text = word.text;
  PathTarget result;
  const std::size_t open = find_any_of(text, open_characters);
  const bool plain = open == text.npos;
  if (word.known && (plain || find_any_of(text, "$`", open) == text.npos)) {
    result.pattern = resolved(text, folder);
  }
  if (plain) {
    result.path = result.pattern;
    return result;
  }
  const std::size_t slash = text.rfind('/', open);
  if (slash == text.npos || slash == 0) return result;
  result.path = resolved(text.substr(0, slash), folder);
  result.below = true;
  return result;
}

PathTarget something_in(const std::optional<std::string>& folder) {
  return {folder.value_or(std::string()), true};
}

PathTarget named_or_folder(const CommandWord* named,
                           const std::optional<std::string>& folder) {
  if (named != nullptr) return target_of(*named, folder);
  const std::string path = folder.value_or(std::string());
  return {path, false, path};
}

bool anybody_may_write(std::string_view path) {
  constexpr std::array<std::string_view, 13> open = {
      "/tmp",        "/var/tmp",    "/proc/self", "/proc/1/fd", "/dev/null",
      "/dev/stdout", "/dev/stderr", "/dev/fd",    "/dev/shm",   "/dev/tty",
      "/dev/zero",   "/dev/tcp",    "/dev/udp"};
  return std::ranges::any_of(
      open, [&](std::string_view it) { return is_at_or_below(path, it); });
}

void add_acts(const FileEffect& effect, std::vector<Act>& acts) {
  using Kind = FileEffect::Kind;
  switch (effect.kind) {
    case Kind::owned:
      return add_owner(effect, acts);
    case Kind::mode:
      return add_mode(effect, acts);
    case Kind::unpacked:
      return add_unpacked(effect, acts);
    case Kind::copied:
      return add_copied(effect, acts);
    case Kind::moved:
      add_write(effect.from, effect.recursive, acts);
      return add_write(effect.to, effect.recursive, acts);
    default:
      return add_write(effect.to, effect.recursive, acts);
  }
}

FileEffect redirected_to(const CommandWord& word, bool appends,
                         const std::optional<std::string>& folder) {
  return {
      .kind = appends ? FileEffect::Kind::changed : FileEffect::Kind::written,
      .to = target_of(word, folder)};
}

std::vector<Act> write_to(const CommandWord& path,
                          const std::optional<std::string>& folder) {
  std::vector<Act> acts;
  const FileEffect effect = redirected_to(path, true, folder);
  // A device is opened, never made.
  if (!effect.to.path.starts_with("/dev/")) add_acts(effect, acts);
  return acts;
}

}  // namespace harden
