#include "image/sudo/sudo_rights.h"

#include <algorithm>
#include <string_view>

#include "base/text/word_lists.h"
#include "command/account_syntax.h"
#include "command/wrappers.h"

namespace harden {
namespace {

constexpr std::string_view group_options[] = {"-g", "-G", "--gid", "--groups",
                                              "--ingroup"};

bool is_group_of_sudo(std::string_view name) {
  return is_one_of(name, {"sudo", "wheel", "admin"});
}

// The one of a list with commas.
std::string group_in(std::string_view list) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view name = list.substr(0, comma);
    if (is_group_of_sudo(name)) return std::string(name);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return {};
}

CommandWords program_of(const SimpleCommand& command) {
  const CommandWords words = command.words;
  return words.behind(behind_wrappers(words, Behind::sudo));
}

// `-aG sudo`, `-Gsudo`, `--groups=sudo`, `--ingroup sudo`.
std::string group_of_options(const ArgumentOptions& read) {
  for (const ArgumentOption& it : read.options) {
    const bool names_group = std::ranges::any_of(
        group_options, [&](std::string_view option) { return it.is(option); });
    if (!names_group || !it.value) continue;
    if (std::string found = group_in(it.value->text); !found.empty()) {
      return found;
    }
  }
  return {};
}

// `adduser app sudo`: the second operand is a group.
std::string group_of_operands(const CommandWords& words,
                              const ArgumentOptions& read) {
  if (read.operands.size() < 2) return {};
  const std::string_view group = words[read.operands[1]].text;
  return is_group_of_sudo(group) ? std::string(group) : std::string();
}

// Programs that only look for the word, or take the entry out.
bool only_reads(const SimpleCommand& command) {
  const CommandWords words = program_of(command);
  if (words.empty()) return false;
  const std::string_view name = program_name(words.front());
  if (name == "sed") {
    return std::ranges::any_of(
        words, [](const CommandWord& it) { return it.text.ends_with("/d"); });
  }
  return is_one_of(name, {"grep", "egrep", "fgrep", "test", "["});
}

}  // namespace

std::string given_sudo_group(const SimpleCommand& command) {
  const CommandWords words = program_of(command);
  if (words.empty()) return {};
  const std::string_view name = program_name(words.front());
  if (name == "useradd" || name == "usermod") {
    return group_of_options(
        {words, name == "useradd" ? useradd_syntax : usermod_syntax});
  }
  if (name == "adduser" || name == "addgroup") {
    const ArgumentOptions read(words, adduser_syntax);
    std::string group = group_of_operands(words, read);
    if (!group.empty() || name == "addgroup") return group;
    return group_of_options(read);
  }
  if (name == "gpasswd" &&
      ArgumentOptions(words, {}).has({"-a", "--add", "-M", "--members"})) {
    return group_in(words[words.size() - 1].text);
  }
  return {};
}

bool writes_nopasswd(const SimpleCommand& command) {
  if (only_reads(command)) return false;
  const auto says = [](std::string_view text) {
    return text.find("NOPASSWD") != std::string_view::npos;
  };
  return std::ranges::any_of(command.words,
                             [&](const auto& it) { return says(it.value); }) ||
         std::ranges::any_of(command.redirections, [&](const auto& it) {
           return says(it.heredoc) || (it.op == "<<<" && says(it.target.value));
         });
}

}  // namespace harden
