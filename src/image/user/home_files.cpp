#include "image/user/home_files.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_set>

#include "base/text/ascii.h"
#include "base/text/word_text.h"
#include "command/package_call.h"
#include "command/wrappers.h"
#include "image/start/launchers.h"

namespace harden {
namespace {

using RunWords = std::span<const std::string>;

bool begins_with(RunWords words, std::string_view operands) {
  std::size_t at = 1;
  return !any_word(operands, [&](std::string_view wanted) {
    while (at < words.size() && words[at].starts_with('-')) ++at;
    return at >= words.size() || words[at++] != wanted;
  });
}

bool has_option_of(RunWords words, std::string_view options) {
  return any_word(options, [&](std::string_view option) {
    return std::ranges::any_of(words, [&](const std::string& it) {
      return it.starts_with(option) &&
             (it.size() == option.size() || it[option.size()] == '=');
    });
  });
}

bool has_text(RunWords words, std::string_view text) {
  return std::ranges::any_of(words, [&](const std::string& it) {
    return it.find(text) != std::string::npos;
  });
}

bool installs_packages(RunWords words) {
  const auto call = package_call(words);
  return call && call->task == PackageTask::install;
}

bool leaves_files(const lists::HomeFiles& row, RunWords words) {
  return is_tool(row.programs, tool_name(words.front())) &&
         begins_with(words, row.words) &&
         (row.only_with.empty() || has_option_of(words, row.only_with)) &&
         !has_option_of(words, row.unless) &&
         (row.text.empty() || has_text(words, row.text)) &&
         !any_word(row.unless_text,
                   [&](std::string_view it) { return has_text(words, it); }) &&
         (row.package.empty() || installs_packages(words));
}

std::string shown_command(const lists::HomeFiles& row, RunWords words) {
  std::string result(tool_name(words.front()));
  if (!row.words.empty()) result += " " + std::string(row.words);
  any_word(row.only_with, [&](std::string_view option) {
    if (!has_option_of(words, option)) return false;
    result += " " + std::string(option);
    return true;
  });
  if (!row.text.empty()) result += " … " + std::string(row.text) + "…)";
  return result;
}

// Of all rows, and of what starts their programs.
std::unordered_set<std::string_view> all_tools() {
  std::unordered_set<std::string_view> result;
  const auto add = [&](std::string_view programs) {
    any_word(programs, [&](std::string_view it) {
      result.insert(it);
      return false;
    });
  };
  for (const lists::HomeFiles& it : lists::home_files) add(it.programs);
  for (const lists::Launcher& it : lists::launchers) add(it.programs);
  return result;
}

// Most commands are none, which is soon seen.
bool may_be_tool(std::string_view word) {
  static const auto tools = all_tools();
  std::string_view name = tool_name(word);
  while (!tools.contains(name)) {
    const bool versioned =
        !name.empty() && (is_digit(name.back()) || name.back() == '.');
    if (!versioned) return false;
    name.remove_suffix(1);
  }
  return true;
}

}  // namespace

std::vector<HomeFilesFound> home_files_of(const SimpleCommand& command) {
  const std::size_t program = behind_wrappers(command.words);
  if (program >= command.words.size() ||
      !may_be_tool(command.words[program].value)) {
    return {};
  }
  std::vector<std::string> all;
  for (const ShellWord& it : command.words) all.push_back(it.value);
  const RunWords words = RunWords(all).subspan(program);
  std::vector<HomeFilesFound> result;
  for (const RunWords it : {words, behind_launchers(words)}) {
    if (it.empty() || !result.empty()) continue;
    for (const lists::HomeFiles& row : lists::home_files) {
      if (leaves_files(row, it)) {
        result.push_back({&row, shown_command(row, it)});
      }
    }
  }
  return result;
}

}  // namespace harden
