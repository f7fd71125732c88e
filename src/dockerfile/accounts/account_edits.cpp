#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "dockerfile/accounts/account_commands.h"
#include "dockerfile/accounts/account_table.h"

namespace harden {
namespace {

struct NumberEdit {
  std::string name;
  std::uint32_t id = 0;
};

bool is_name_character(char c) { return is_word(c) || c == '-' || c == '.'; }

// "app" of `app:x:`; empty when the text does not begin so.
std::string_view name_of_line(std::string_view text) {
  if (text.starts_with('^')) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && is_name_character(text[size])) ++size;
  return text.substr(size).starts_with(":x:") ? text.substr(0, size)
                                              : std::string_view();
}

// `s/NAME:x:…/NAME:x:ID…/`, where no other field is touched.
std::optional<NumberEdit> read_edit(std::string_view script) {
  if (script.size() < 4 || script[0] != 's') return std::nullopt;
  const char mark = script[1];
  const std::size_t middle = script.find(mark, 2);
  const std::size_t end =
      middle == script.npos ? middle : script.find(mark, middle + 1);
  if (end == script.npos) return std::nullopt;
  const std::string_view pattern = script.substr(2, middle - 2);
  const std::string_view text = script.substr(middle + 1, end - middle - 1);
  const std::string_view name = name_of_line(pattern);
  if (name.empty() || name_of_line(text) != name || text.starts_with('^') ||
      script.find_first_not_of("g1", end + 1) != script.npos) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(name.size() + 3);
  const auto id = parse_id(rest.substr(0, rest.find(':')));
  if (!id) return std::nullopt;
  return NumberEdit{std::string(name), *id};
}

// `s#/bin/ash#/bin/bash#`: literal paths, which no number and no name has.
bool edits_paths_only(std::string_view script) {
  if (script.size() < 4 || script[0] != 's') return false;
  const char mark = script[1];
  const std::size_t middle = script.find(mark, 2);
  const std::size_t end =
      middle == script.npos ? middle : script.find(mark, middle + 1);
  if (end == script.npos || mark == '/') return false;
  std::string_view pattern = script.substr(2, middle - 2);
  const std::string_view text = script.substr(middle + 1, end - middle - 1);
  if (pattern.ends_with('$')) pattern.remove_suffix(1);
  const auto is_literal = [](char c) {
    return (is_name_character(c) && c != '.' && (c < '0' || c > '9')) ||
           c == '/';
  };
  return pattern.starts_with('/') && text.starts_with('/') &&
         std::all_of(pattern.begin(), pattern.end(), is_literal) &&
         std::all_of(text.begin(), text.end(), is_literal) &&
         script.find_first_not_of('g', end + 1) == script.npos;
}

void set_uid(const NumberEdit& edit, std::size_t instruction,
             ImageState& state) {
  for (KnownAccount& it : state.accounts) {
    if (it.name != edit.name) continue;
    it.uid = edit.id;
    it.uid_unknown = {};
    return;
  }
  KnownAccount account;
  account.name = edit.name;
  account.uid = edit.id;
  account.instruction = instruction;
  add_account(state, std::move(account));
}

void set_gid(const NumberEdit& edit, std::size_t instruction,
             ImageState& state) {
  for (KnownGroup& it : state.groups) {
    if (it.name != edit.name) continue;
    it.gid = edit.id;
    return;
  }
  add_group(state, {edit.name, edit.id, instruction});
}

}  // namespace

bool edit_account_numbers(const CommandWords& words, std::size_t instruction,
                          ImageState& state) {
  std::vector<NumberEdit> edits;
  std::vector<std::string_view> files;
  bool edits_paths = false;
  for (const CommandWord& it : words.behind(1)) {
    if (!it.known) return false;
    if (is_one_of(it.text, {"-i", "-e", "-E", "-r", "-ri", "-Ei"})) continue;
    if (it.text.starts_with('/')) {
      files.push_back(it.text);
    } else if (auto edit = read_edit(it.text)) {
      edits.push_back(*std::move(edit));
    } else if (edits_paths_only(it.text)) {
      edits_paths = true;
    } else {
      return false;
    }
  }
  const bool account_files =
      std::all_of(files.begin(), files.end(), [](std::string_view it) {
        return it == "/etc/passwd" || it == "/etc/group";
      });
  if (edits.empty() && !edits_paths) return false;
  if (files.empty() || !account_files) return false;
  for (const std::string_view file : files) {
    for (const NumberEdit& it : edits) {
      (file == "/etc/passwd" ? set_uid : set_gid)(it, instruction, state);
    }
  }
  return true;
}

}  // namespace harden
