#include "rewrite/user/user_setup.h"

#include <algorithm>
#include <string_view>

#include "base/quote/words.h"
#include "base/text/joined_texts.h"
#include "image/files/image_paths.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// The names of templates/distributions.json. One that is made here is plain; an
// existing group may be called anything.
std::string value_of(std::string_view key, const ChosenUser& user,
                     std::string_view home, std::string_view shell) {
  if (key == "name") return user.name;
  if (key == "group") {
    return shell_word(user.group.empty() ? user.name : user.group);
  }
  if (key == "uid") return std::to_string(user.uid.value_or(0));
  if (key == "gid") return std::to_string(user.gid.value_or(0));
  return std::string(key == "home" ? home : shell);
}

std::string filled(std::string_view pattern, const ChosenUser& user,
                   std::string_view home, std::string_view shell) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t begin = std::min(pattern.find('{'), pattern.size());
    text += pattern.substr(0, begin);
    pattern.remove_prefix(begin);
    if (pattern.empty()) break;
    const std::size_t end = pattern.find('}');
    text += value_of(pattern.substr(1, end - 1), user, home, shell);
    pattern.remove_prefix(end + 1);
  }
  return text;
}

// `--groups ssl-cert`, in front of the name.
std::string with_groups(std::string_view add_user, const ChosenUser& user) {
  std::string result(add_user);
  if (user.member_of.empty()) return result;
  const std::size_t name = result.rfind("{name}");
  result.insert(name, "--groups " + joined_texts(user.member_of, ",") + " ");
  return result;
}

// Links in every distribution: chown changes the link itself unless a slash
// follows (-H would also change what the links inside lead to).
bool is_link(std::string_view path) {
  return path == "/var/run" || path == "/var/lock";
}

}  // namespace

std::vector<std::string> create_user_commands(const ChosenUser& user,
                                              const ImageTools& tools,
                                              const std::string& home) {
  if (!user.create) return {};
  const UserCommands* commands = user_commands(tools.family);
  if (commands == nullptr) commands = user_commands(Family::unknown);
  const bool system = user.made_before.has_value();
  const std::string_view add_group =
      system ? commands->add_system_group : commands->add_group;
  const std::string_view add_user =
      system ? commands->add_system_user : commands->add_user;
  const std::string_view shell =
      user.shell.empty() ? commands->nologin : std::string_view(user.shell);
  std::vector<std::string> result;
  if (!tools.has_user_tools && !tools.install_tools.empty()) {
    result.push_back(tools.install_tools);
  }
  for (const KnownGroup& it : user.new_groups) {
    const ChosenUser group{it.name, std::nullopt, it.gid};
    result.push_back(filled(add_group, group, home, shell));
  }
  if (user.group.empty()) {
    result.push_back(filled(add_group, user, home, shell));
  }
  result.push_back(filled(with_groups(add_user, user), user, home, shell));
  return result;
}

std::vector<std::string> give_paths_commands(
    const ChosenUser& user, const std::vector<PathNeed>& paths) {
  std::string made;
  std::string touched;
  std::string given;
  bool recursive = false;
  std::string_view above;
  for (const PathNeed& need : paths) {
    const std::string path = shell_word(need.path);
    if (need.file) {
      touched += " " + path;
    } else if (need.make) {
      made += " " + path;
    }
    if (!above.empty() && is_below(need.path, above)) continue;
    above = need.path;
    given += " " + path + (is_link(need.path) ? "/" : "");
    recursive = recursive || !need.file;
  }
  std::vector<std::string> result;
  if (!made.empty()) result.push_back("mkdir -p" + made);
  if (!touched.empty()) result.push_back("touch" + touched);
  if (!given.empty()) {
    result.push_back((recursive ? "chown -R " : "chown ") +
                     shell_word(user.owner_argument()) + given);
  }
  return result;
}

}  // namespace harden
