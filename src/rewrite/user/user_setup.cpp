#include "rewrite/user/user_setup.h"

#include <algorithm>
#include <string_view>

#include "image/files/path_below.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

std::string filled(std::string_view pattern, const ChosenUser& user,
                   std::string_view home, std::string_view shell) {
  const std::pair<std::string_view, std::string> values[] = {
      {"{name}", user.name},
      {"{group}", user.group.empty() ? user.name : user.group},
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

bool needs_no_quotes(std::string_view path) {
  return path.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
             "/._-+@%:,=") == std::string_view::npos;
}

// Links in every distribution: chown changes the link itself unless a slash
// follows (-H would also change what the links inside lead to).
bool is_link(std::string_view path) {
  return path == "/var/run" || path == "/var/lock";
}

}  // namespace

std::string shell_quoted(std::string_view path) {
  if (needs_no_quotes(path)) return std::string(path);
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
  if (user.group.empty()) {
    result.push_back(
        filled(commands->add_group, user, home, commands->nologin));
  }
  result.push_back(filled(commands->add_user, user, home, commands->nologin));
  return result;
}

std::vector<std::string> give_paths_commands(
    const ChosenUser& user, const std::vector<PathNeed>& paths) {
  std::string made;
  std::string given;
  std::string_view above;
  for (const PathNeed& need : paths) {
    const std::string path = shell_quoted(need.path);
    if (need.make) made += " " + path;
    if (!above.empty() && is_below(need.path, above)) continue;
    above = need.path;
    given += " " + path + (is_link(need.path) ? "/" : "");
  }
  std::vector<std::string> result;
  if (!made.empty()) result.push_back("mkdir -p" + made);
  if (!given.empty()) {
    result.push_back("chown -R " + user.owner_argument() + given);
  }
  return result;
}

}  // namespace harden
