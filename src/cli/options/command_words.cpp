#include "cli/options/command_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/text/closest.h"

namespace harden::cli {
namespace {

struct CommandName {
  std::string_view word;
  Command command;
  const CommandHelp& help;
};
constexpr CommandName command_names[] = {
    {"check", Command::check, check_help},
    {"completion", Command::completion, completion_help},
    {"config", Command::config, config_help},
    {"explain", Command::explain, explain_help},
    {"man", Command::manual, manual_help},
    {"policy", Command::policy, policy_help},
    {"profile", Command::profile, profile_help},
    {"rules", Command::rules, rules_help},
    {"trace", Command::trace, trace_help},
};

struct VerbName {
  std::string_view word;
  ProfileVerb verb;
  const CommandHelp& help;
};
constexpr VerbName verb_names[] = {
    {"apparmor", ProfileVerb::apparmor, profile_apparmor_help},
    {"seccomp", ProfileVerb::seccomp, profile_seccomp_help},
    {"diff", ProfileVerb::diff, profile_diff_help},
    {"lint", ProfileVerb::lint, profile_lint_help},
    {"test", ProfileVerb::test, profile_test_help},
};

// "seccomp, diff, lint or test"
std::string verb_list() {
  std::string list;
  for (const auto& it : verb_names) {
    if (!list.empty()) list += &it == std::end(verb_names) - 1 ? " or " : ", ";
    list += it.word;
  }
  return list;
}

// Null when only help is asked for.
const VerbName* find_verb(std::string_view word) {
  if (word.starts_with('-')) return nullptr;
  std::vector<std::string_view> words;
  for (const auto& it : verb_names) {
    if (it.word == word) return &it;
    words.push_back(it.word);
  }
  if (word.empty()) {
    throw UsageError("no verb given; `harden profile` takes " + verb_list());
  }
  const auto near = closest(word, words);
  throw UsageError(fmt::format(
      "`harden profile` takes {}, not `{}`{}", verb_list(), word,
      near.empty() ? "" : fmt::format("; did you mean `{}`?", near)));
}

// Where the command's name would stand: options that every command has may
// come before it.
std::size_t command_place(const Words& words) {
  std::size_t at = 1;
  while (at < words.size()) {
    const std::string_view word = words[at];
    if (word != "--no-color" && word != "--quiet" && word != "-q") break;
    ++at;
  }
  return at;
}

// Takes the word at `at` out.
void drop(Words& words, std::size_t at) {
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
}

// `harden profile VERB`
const CommandHelp& take_verb(Words& words, Arguments& arguments) {
  const std::size_t at = command_place(words);
  const VerbName* verb = find_verb(at < words.size() ? words[at] : "");
  if (verb == nullptr) return profile_help;
  drop(words, at);
  arguments.verb = verb->verb;
  return verb->help;
}

// `harden profile test PROFILE -- PROGRAM WORD…`: its options are its own.
void take_program(Words& words, Arguments& arguments) {
  const auto is_end = [](std::string_view word) { return word == "--"; };
  const auto end = std::find_if(words.begin(), words.end(), is_end);
  if (end == words.end()) return;
  arguments.program.assign(end + 1, words.end());
  words.erase(end, words.end());
}

std::string_view first_word(const Words& words) {
  const std::size_t at = command_place(words);
  return at < words.size() ? words[at] : "";
}

}  // namespace

std::vector<NamedCommand> all_commands() {
  std::vector<NamedCommand> all = {{{}, {}, Command::harden, {}, &harden_help}};
  for (const auto& it : command_names) {
    all.push_back({it.word, {}, it.command, ProfileVerb::none, &it.help});
    if (it.command != Command::profile) continue;
    for (const auto& verb : verb_names) {
      all.push_back({it.word, verb.word, it.command, verb.verb, &verb.help});
    }
  }
  return all;
}

bool asks_for_version(const Words& words) {
  return first_word(words) == "--version";
}

const CommandHelp& take_command(Words& words, Arguments& arguments) {
  const CommandHelp* help = &harden_help;
  const std::string_view first = first_word(words);
  for (const auto& it : command_names) {
    if (it.word != first) continue;
    arguments.command = it.command;
    help = &it.help;
    drop(words, command_place(words));
    break;
  }
  if (arguments.command != Command::profile) return *help;
  help = &take_verb(words, arguments);
  if (arguments.verb == ProfileVerb::test) take_program(words, arguments);
  return *help;
}

}  // namespace harden::cli
