#include "passes/user_setup.h"

#include <algorithm>
#include <string_view>

#include "harden/knowledge.h"

namespace harden {
namespace {

std::string filled(std::string_view pattern, const ChosenUser& user,
                   std::string_view home, std::string_view shell) {
  const std::pair<std::string_view, std::string> values[] = {
      {"{name}", user.name},
      {"{uid}", std::to_string(user.uid.value_or(0))},
      {"{gid}", std::to_string(user.gid.value_or(0))},
      {"{home}", std::string(home)},
      {"{shell}", std::string(shell)},
  };
  std::string text(pattern);
  for (const auto& [name, value] : values) {
    for (std::size_t at = text.find(name); at != std::string::npos;
         at = text.find(name, at + value.size())) {
      text.replace(at, name.size(), value);
    }
  }
  return text;
}

bool is_plain(std::string_view path) {
  return path.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
             "/._-+@%:,=") == std::string_view::npos;
}

std::string shell_quoted(const std::string& path) {
  if (is_plain(path)) return path;
  std::string result = "'";
  for (char c : path) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      result += c;
    }
  }
  return result + "'";
}

}  // namespace

std::vector<std::string> create_user_commands(const ChosenUser& user,
                                              const ImageTools& tools,
                                              const std::string& home) {
  if (!user.create) return {};
  const UserCommands* commands = user_commands(tools.family);
  if (commands == nullptr) commands = user_commands(Family::unknown);
  std::vector<std::string> result;
  if (!tools.has_user_tools && !tools.install_tools.empty()) {
    result.push_back(tools.install_tools);
  }
  for (std::string_view command : {commands->add_group, commands->add_user}) {
    result.push_back(filled(command, user, home, commands->nologin));
  }
  return result;
}

std::vector<std::string> give_paths_commands(
    const ChosenUser& user, const std::vector<PathNeed>& paths) {
  if (paths.empty()) return {};
  std::string list;
  for (const PathNeed& need : paths) list += " " + shell_quoted(need.path);
  // -H: some are links, such as /var/run; without it chown changes the link.
  return {"mkdir -p" + list, "chown -RH " + user.owner_argument() + list};
}

}  // namespace harden
