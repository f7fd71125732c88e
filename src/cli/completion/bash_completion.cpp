// Bash: one table of options, one of what they take. It needs no other
// package, so neither `_init_completion` nor the like.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "cli/completion/command_pages.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

constexpr std::string_view bash_head = R"sh(# bash completion of harden {}
# (made by `harden completion bash`)

# The command and its verb, as far as they are written: `profile seccomp`.
_harden_command() {{
  local word
  command=''
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "${{command:+$command }}$word" in
      *--no-color | *--quiet | *-q) ;;
      {}) command+=${{command:+ }}$word ;;
      *) return 1 ;;
    esac
  done
}}

)sh";

constexpr std::string_view bash_tail = R"sh(
_harden_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}

_harden_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

# The last word of a list with commas.
_harden_list() {
  local begin=''
  [[ $current != *,* ]] || begin=${current%,*},
  compopt -o nospace 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -P "$begin" -W "$1" -- "${current##*,}")
}

_harden() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command begin='' kind words
  COMPREPLY=()
  # Readline takes `--format=json` for three words.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  ! _harden_command || begin=yes
  if [[ $before == -* ]] && _harden_value "$command $before"; then
    begin=''
  elif [[ $current == -* ]]; then
    _harden_options "$command"
    _harden_words "$words"
    return
  else
    _harden_positional "$command"
  fi
  case $kind in
    words) _harden_words "$words" ;;
    list) _harden_list "$words" ;;
    files) _harden_files -f ;;
    folders) _harden_files -d ;;
  esac
  [[ -z $begin ]] || _harden_begin "$command"
}

complete -F _harden harden
)sh";

// "kind=words words='text json'"
std::string bash_kind(const OptionPage& option) {
  static constexpr auto kinds = value_kinds(
      "kind=text", "kind=text", "kind=words words='{}'", "kind=list words='{}'",
      "kind=files", "kind=folders", "kind=words words=$_harden_rules");
  return fmt::format(fmt::runtime(kinds.of(option.kind)),
                     fmt::join(option.words, " "));
}

void add_options(std::string& script, const std::vector<CommandPage>& pages) {
  script += "_harden_options() {\n  case $1 in\n";
  for (const CommandPage& page : pages) {
    std::vector<std::string> names;
    for (const OptionPage& it : page.options) {
      if (it.is_positional) continue;
      names.insert(names.end(), it.names.begin(), it.names.end());
    }
    script += fmt::format("    '{}') words='{}' ;;\n", page.words,
                          fmt::join(names, " "));
  }
  script += "    *) words='' ;;\n  esac\n}\n\n";
}

// Fails for an option that takes nothing.
void add_values(std::string& script, const std::vector<CommandPage>& pages) {
  script += "_harden_value() {\n  case $1 in\n";
  for (const CommandPage& page : pages) {
    for (const OptionPage& it : page.options) {
      if (it.is_positional || it.kind == ValueKind::none) continue;
      std::string names;
      for (const auto& name : it.names) {
        names += fmt::format("{}'{} {}'", names.empty() ? "" : " | ",
                             page.words, name);
      }
      script += fmt::format("    {}) {} ;;\n", names, bash_kind(it));
    }
  }
  script += "    *) return 1 ;;\n  esac\n}\n\n";
}

void add_positionals(std::string& script,
                     const std::vector<CommandPage>& pages) {
  script += "_harden_positional() {\n  kind=''\n  case $1 in\n";
  for (const CommandPage& page : pages) {
    const OptionPage* positional = positional_of(page);
    if (positional == nullptr) continue;
    script +=
        fmt::format("    '{}') {} ;;\n", page.words, bash_kind(*positional));
  }
  script += "  esac\n}\n\n";
}

std::string words_behind(const std::string& words,
                         const std::vector<CommandPage>& pages) {
  std::vector<std::string_view> behind;
  for (const auto* it : pages_behind(words, pages)) {
    behind.push_back(last_word(*it));
  }
  return fmt::format("{}", fmt::join(behind, " "));
}

void add_begin(std::string& script, const std::vector<CommandPage>& pages) {
  script +=
      "# Commands and verbs, beside files.\n"
      "_harden_begin() {\n  local more\n  case $1 in\n";
  for (const CommandPage& it : pages) {
    const std::string behind = words_behind(it.words, pages);
    if (behind.empty()) continue;
    script += fmt::format("    '{}') words='{}' ;;\n", it.words, behind);
  }
  script +=
      "    *) return ;;\n  esac\n"
      "  mapfile -t more < <(compgen -W \"$words\" -- \"$current\")\n"
      "  COMPREPLY+=(\"${more[@]}\")\n}\n";
}

}  // namespace

std::string bash_completion(const std::vector<CommandPage>& pages) {
  std::string script =
      fmt::format(bash_head, version, page_words(pages, " | "));
  script +=
      fmt::format("_harden_rules='{}'\n\n", rule_words(" {} {}").substr(1));
  add_options(script, pages);
  add_values(script, pages);
  add_positionals(script, pages);
  add_begin(script, pages);
  script += bash_tail;
  return script;
}

}  // namespace harden::cli
