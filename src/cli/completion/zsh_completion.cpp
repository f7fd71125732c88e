// Zsh: the words of `_arguments` for each command.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "base/quote/escaped.h"
#include "cli/completion/command_pages.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

constexpr std::string_view zsh_head = R"sh(#compdef harden
# zsh completion of harden {}
# (made by `harden completion zsh`)

_harden() {{
  local command=''
  local -i at=2
  while (( at < CURRENT )); do
    case "${{command:+$command }}${{words[at]}}" in
      (*--no-color|*--quiet|*-q) ;;
      ({}) command+="${{command:+ }}${{words[at]}}" ;;
      (*) break ;;
    esac
    (( ++at ))
  done
  # _arguments counts from the first word behind the command.
  words=(harden "${{(@)words[at,-1]}}")
  (( CURRENT -= at - 2 ))
  case $command in
)sh";

constexpr std::string_view zsh_middle = R"sh(  esac
}
)sh";

constexpr std::string_view zsh_tail = R"sh(
# Sourced, or loaded by compinit from a file of $fpath.
if [[ $funcstack[1] == _harden ]]; then
  _harden "$@"
else
  compdef _harden harden
fi
)sh";

std::string zsh_quoted(std::string_view text) {
  static constexpr auto words = word_table<char>({{R"('\'')", '\''}});
  return "'" + escaped(text, words) + "'";
}

// `_arguments` reads brackets and colons.
std::string arguments_escaped(std::string_view text) {
  static constexpr auto words = word_table<char>(
      {{"\\[", '['}, {"\\]", ']'}, {"\\:", ':'}, {"\\\\", '\\'}});
  return escaped(text, words);
}

std::string zsh_action(const OptionPage& option) {
  static constexpr auto kinds =
      value_kinds(" ", " ", "({0})", "_values -s , {1} {0}", "_files",
                  "_files -/", "_harden_rules");
  return fmt::format(fmt::runtime(kinds.of(option.kind)),
                     fmt::join(option.words, " "), option.type);
}

// '(-o --output)--output=[Where to write]:FILE:_files'
void add_zsh_option(std::string& script, const OptionPage& option) {
  for (const std::string& name : option.names) {
    std::string spec = option.repeats
                           ? "*"
                           : fmt::format("({})", fmt::join(option.names, " "));
    spec += name;
    if (option.kind != ValueKind::none) {
      spec += name.starts_with("--") ? "=" : "+";
    }
    spec += fmt::format("[{}]", arguments_escaped(option.description));
    if (option.kind != ValueKind::none) {
      spec += fmt::format(":{}:{}", arguments_escaped(option.type),
                          zsh_action(option));
    }
    script += fmt::format(" \\\n        {}", zsh_quoted(spec));
  }
}

// The function that offers what stands behind a command's words.
std::string function_behind(const CommandPage& page) {
  return "_harden_" + (page.words.empty() ? "begin" : page.words);
}

void add_zsh_command(std::string& script, const CommandPage& page,
                     const std::vector<CommandPage>& pages) {
  script += fmt::format("    ('{}')\n      _arguments -S", page.words);
  for (const OptionPage& it : page.options) {
    if (!it.is_positional) add_zsh_option(script, it);
  }
  if (!pages_behind(page.words, pages).empty()) {
    script += fmt::format(" \\\n        '1: :{}'", function_behind(page));
  }
  if (const OptionPage* it = positional_of(page)) {
    script +=
        fmt::format(" \\\n        '*:{}:{}'", it->names[0], zsh_action(*it));
  }
  script += "\n      ;;\n";
}

// Pairs of a word and what it means, for _describe.
void add_zsh_words(std::string& script, std::string_view function,
                   std::string_view what, const std::string& pairs,
                   std::string_view besides) {
  script += fmt::format(
      "\n{}() {{\n  local -a all=({}\n  )\n  _describe {} all\n{}}}\n",
      function, pairs, what, besides);
}

void add_lists(std::string& script, const std::vector<CommandPage>& pages) {
  for (const CommandPage& page : pages) {
    std::string pairs;
    for (const auto* it : pages_behind(page.words, pages)) {
      pairs += fmt::format("\n    {}",
                           zsh_quoted(fmt::format("{}:{}", last_word(*it),
                                                  summary_of(*it->help))));
    }
    if (pairs.empty()) continue;
    add_zsh_words(script, function_behind(page), "command", pairs,
                  positional_of(page) == nullptr ? "" : "  _files\n");
  }
  add_zsh_words(script, "_harden_rules", "rule", rule_words("\n    '{}:{}'"),
                "");
}

}  // namespace

std::string zsh_completion(const std::vector<CommandPage>& pages) {
  std::string script = fmt::format(zsh_head, version, page_words(pages, "|"));
  for (const CommandPage& it : pages) add_zsh_command(script, it, pages);
  script += zsh_middle;
  add_lists(script, pages);
  script += zsh_tail;
  return script;
}

}  // namespace harden::cli
