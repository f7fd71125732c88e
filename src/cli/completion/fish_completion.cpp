// Fish: one line for each option of each command.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "base/quote/escaped.h"
#include "cli/completion/command_pages.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

constexpr std::string_view fish_head = R"sh(# fish completion of harden {}
# (made by `harden completion fish`)

# The command and its verb, as far as they are written; fails behind them.
function __harden_command
    set -l words (commandline -opc)
    set -e words[1]
    set -l command
    for word in $words
        switch "$command $word"
            case '*--no-color' '*--quiet' '* -q'
            case {}
                set command $command $word
            case '*'
                echo harden $command
                return 1
        end
    end
    echo harden $command
end

function __harden_at
    test (__harden_command) = "$argv"
end

# Nothing but the command's words is written.
function __harden_begin
    set -l command (__harden_command)
    and test "$command" = "$argv"
end

)sh";

std::string fish_quoted(std::string_view text) {
  static constexpr auto words =
      word_table<char>({{"\\'", '\''}, {"\\\\", '\\'}});
  return "'" + escaped(text, words) + "'";
}

std::string fish_patterns(const std::vector<CommandPage>& pages) {
  std::string all;
  for (const CommandPage& it : pages) {
    if (it.words.empty()) continue;
    // "$command $word" begins with a blank where no command is known yet.
    const bool is_verb = it.words.find(' ') != std::string::npos;
    all += fmt::format("{}'{}{}'", all.empty() ? "" : " ", is_verb ? "" : " ",
                       it.words);
  }
  return all;
}

// -x: a value that is not a file; -r: one that may be.
std::string fish_value(const OptionPage& option) {
  static constexpr auto kinds = value_kinds(
      "", " -x", " -x -a '{}'", " -x -a '(__fish_append , {})'", " -r -F",
      " -x -a '(__fish_complete_directories)'", " -x -a '(__harden_rules)'");
  return fmt::format(fmt::runtime(kinds.of(option.kind)),
                     fmt::join(option.words, " "));
}

// "complete -c harden -n '__harden_at harden check'"
std::string fish_condition(std::string_view function, std::string_view words) {
  return fmt::format("complete -c harden -n '{} harden{}{}'", function,
                     words.empty() ? "" : " ", words);
}

void add_fish_option(std::string& script, const std::string& command,
                     const OptionPage& option) {
  script += fish_condition("__harden_at", command);
  for (const std::string& it : option.names) {
    const bool is_long = it.starts_with("--");
    script +=
        fmt::format(" -{} {}", is_long ? 'l' : 's', it.substr(is_long ? 2 : 1));
  }
  script += fish_value(option);
  script += fmt::format(" -d {}\n", fish_quoted(option.description));
}

// Without one, or with one that is not a file, files are not offered.
void add_positional(std::string& script, const CommandPage& page) {
  const OptionPage* positional = positional_of(page);
  if (positional != nullptr && positional->kind == ValueKind::file) return;
  script += fish_condition("__harden_at", page.words) + " -f";
  if (positional != nullptr) {
    // "-x -a …" of an option is "-a …" here.
    const std::string words = fish_value(*positional);
    const auto at = words.find(" -a");
    if (at != std::string::npos) script += words.substr(at);
  }
  script += "\n";
}

void add_fish_words(std::string& script, const CommandPage& page,
                    const std::vector<CommandPage>& pages) {
  for (const auto* it : pages_behind(page.words, pages)) {
    script += fish_condition("__harden_begin", page.words);
    script += fmt::format(" -a {} -d {}\n", last_word(*it),
                          fish_quoted(summary_of(*it->help)));
  }
}

}  // namespace

std::string fish_completion(const std::vector<CommandPage>& pages) {
  std::string script = fmt::format(fish_head, version, fish_patterns(pages));
  script += fmt::format("function __harden_rules\n    printf '{}'\nend\n\n",
                        rule_words("{}\\t{}\\n"));
  for (const CommandPage& page : pages) {
    add_fish_words(script, page, pages);
    for (const OptionPage& it : page.options) {
      if (!it.is_positional) add_fish_option(script, page.words, it);
    }
    add_positional(script, page);
  }
  return script;
}

}  // namespace harden::cli
