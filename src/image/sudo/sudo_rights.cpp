#include "image/sudo/sudo_rights.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/text/word_lists.h"
#include "command/wrappers.h"

namespace harden {
namespace {

using Words = std::vector<ShellWord>;

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

// Behind wrappers and sudo itself; the last word where nothing stands there.
std::size_t program_at(const Words& words) {
  return std::min(behind_wrappers(words, Behind::sudo), words.size() - 1);
}

std::string_view name_of(const Words& words, std::size_t at) {
  const std::string_view path = words[at].value;
  return path.substr(path.rfind('/') + 1);
}

// `-aG sudo`, `-Gsudo`, `--groups=sudo`, `--ingroup sudo`.
std::string group_of_options(const Words& words, std::size_t at) {
  for (++at; at < words.size(); ++at) {
    const std::string_view word = words[at].value;
    const std::string_view next =
        at + 1 < words.size() ? std::string_view(words[at + 1].value) : "";
    std::string_view list;
    if (is_one_of(word, {"--groups", "--ingroup", "--gid"})) {
      list = next;
    } else if (word.starts_with("--")) {
      list = word.substr(std::min(word.find('=') + 1, word.size()));
      if (!word.starts_with("--groups=") && !word.starts_with("--gid=") &&
          !word.starts_with("--ingroup=")) {
        continue;
      }
    } else if (word.starts_with('-')) {
      const std::size_t letter = word.find_first_of("gG");
      if (letter == std::string_view::npos) continue;
      list = letter + 1 < word.size() ? word.substr(letter + 1) : next;
    }
    if (std::string found = group_in(list); !found.empty()) return found;
  }
  return {};
}

bool takes_a_word(std::string_view option) {
  return is_one_of(option, {"-g", "-u", "-h", "-s", "-G", "-k", "--gid",
                            "--uid", "--home", "--shell", "--ingroup",
                            "--gecos", "--conf", "--firstuid", "--lastuid"});
}

// `adduser app sudo`: the second operand is a group.
std::string group_of_operands(const Words& words, std::size_t at) {
  std::vector<std::string_view> operands;
  for (++at; at < words.size(); ++at) {
    const std::string_view word = words[at].value;
    if (takes_a_word(word)) {
      ++at;
    } else if (!word.starts_with('-')) {
      operands.push_back(word);
    }
  }
  if (operands.size() < 2 || !is_group_of_sudo(operands[1])) return {};
  return std::string(operands[1]);
}

bool has_option(const Words& words,
                std::initializer_list<std::string_view> options) {
  return std::ranges::any_of(
      words, [&](const ShellWord& it) { return is_one_of(it.value, options); });
}

// Programs that only look for the word, or take the entry out.
bool only_reads(const SimpleCommand& command) {
  if (command.words.empty()) return false;
  const std::string_view name =
      name_of(command.words, program_at(command.words));
  if (name == "sed") {
    return std::ranges::any_of(command.words, [](const ShellWord& it) {
      return it.value.ends_with("/d");
    });
  }
  return is_one_of(name, {"grep", "egrep", "fgrep", "test", "["});
}

}  // namespace

std::string given_sudo_group(const SimpleCommand& command) {
  const Words& words = command.words;
  if (words.empty()) return {};
  const std::size_t at = program_at(words);
  const std::string_view name = name_of(words, at);
  if (is_one_of(name, {"useradd", "usermod"})) {
    return group_of_options(words, at);
  }
  if (is_one_of(name, {"adduser", "addgroup"})) {
    std::string group = group_of_operands(words, at);
    if (!group.empty() || name == "addgroup") return group;
    return group_of_options(words, at);
  }
  if (name == "gpasswd" && has_option(words, {"-a", "--add", "-M"})) {
    return group_in(words.back().value);
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
