// Zsh: the words of `_arguments` for each command.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "cli/completion.h"
#include "cli/version.h"
#include "harden/rule.h"

namespace harden::cli {
namespace {

constexpr std::string_view head = R"sh(#compdef harden
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

constexpr std::string_view tail = R"sh(  esac
}

# Sourced, or loaded by compinit from a file of $fpath.
if [[ $funcstack[1] == _harden ]]; then
  _harden "$@"
else
  compdef _harden harden
fi
)sh";

std::string patterns(const std::vector<CommandPage>& pages) {
  std::string all;
  for (const CommandPage& it : pages) {
    if (it.words.empty()) continue;
    all += fmt::format("{}'{}'", all.empty() ? "" : "|", it.words);
  }
  return all;
}

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += R"('\'')";
    } else {
      result += c;
    }
  }
  return result + "'";
}

// `_arguments` reads brackets and colons.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string action(const OptionPage& option) {
  switch (option.kind) {
    case ValueKind::words:
      return fmt::format("({})", fmt::join(option.choices, " "));
    case ValueKind::list:
      return fmt::format("_values -s , {} {}", option.value,
                         fmt::join(option.choices, " "));
    case ValueKind::file:
      return "_files";
    case ValueKind::folder:
      return "_files -/";
    case ValueKind::rule:
      return "_harden_rules";
    case ValueKind::none:
    case ValueKind::text:
      break;
  }
  return " ";
}

// '(-o --output)--output=[Where to write]:FILE:_files'
void add_option(std::string& script, const OptionPage& option) {
  for (const std::string& name : option.names) {
    std::string spec = option.repeats
                           ? "*"
                           : fmt::format("({})", fmt::join(option.names, " "));
    spec += name;
    if (option.kind != ValueKind::none) {
      spec += name.starts_with("--") ? "=" : "+";
    }
    spec += fmt::format("[{}]", escaped(option.description));
    if (option.kind != ValueKind::none) {
      spec += fmt::format(":{}:{}", escaped(option.value), action(option));
    }
    script += fmt::format(" \\\n        {}", quoted(spec));
  }
}

// The words that may stand where the command stands, or its verb.
bool has_words_behind(const CommandPage& page) {
  return page.words.empty() || page.words == "profile";
}

void add_command(std::string& script, const CommandPage& page) {
  script += fmt::format("    ('{}')\n      _arguments -S", page.words);
  for (const OptionPage& it : page.options) {
    if (!it.is_positional) add_option(script, it);
  }
  if (has_words_behind(page)) {
    script += fmt::format(" \\\n        '1: :_harden_{}'",
                          page.words.empty() ? "begin" : page.words);
  }
  if (const OptionPage* it = positional_of(page)) {
    script += fmt::format(" \\\n        '*:{}:{}'", it->names[0], action(*it));
  }
  script += "\n      ;;\n";
}

// Pairs of a word and what it means, for _describe.
void add_words(std::string& script, std::string_view function,
               std::string_view what, const std::string& pairs,
               std::string_view besides) {
  script += fmt::format(
      "\n{}() {{\n  local -a all=({}\n  )\n  _describe {} all\n{}}}\n",
      function, pairs, what, besides);
}

void add_lists(std::string& script, const std::vector<CommandPage>& pages) {
  std::string commands, verbs, codes;
  for (const CommandPage& it : pages) {
    const auto blank = it.words.find(' ');
    const std::string word =
        blank == std::string::npos ? it.words : it.words.substr(blank + 1);
    if (word.empty()) continue;
    (blank == std::string::npos ? commands : verbs) +=
        "\n    " + quoted(word + ":" + summary_of(*it.help));
  }
  for (const RuleInfo& it : rules()) {
    codes += fmt::format("\n    '{}:{}'", it.code, it.name);
  }
  add_words(script, "_harden_begin", "command", commands, "  _files\n");
  add_words(script, "_harden_profile", "verb", verbs, "");
  add_words(script, "_harden_rules", "rule", codes, "");
}

}  // namespace

std::string zsh_completion(const std::vector<CommandPage>& pages) {
  std::string script = fmt::format(head, version, patterns(pages));
  for (const CommandPage& it : pages) add_command(script, it);
  std::string lists;
  add_lists(lists, pages);
  const auto end = tail.find("\n# Sourced");
  return script + std::string(tail.substr(0, end)) + lists +
         std::string(tail.substr(end));
}

}  // namespace harden::cli
