#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/process/process.h"
#include "base/text/word_list.h"
#include "base/text/word_lists.h"
#include "cli/commands/command.h"
#include "cli/options/version.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"

namespace harden::cli {
namespace {

// Where the command's name would stand: options that every command has may
// come before it.
std::size_t command_place(const std::vector<std::string>& words) {
  const auto found = std::ranges::find_if(words, [](std::string_view word) {
    return !is_one_of(word, {"--no-color", "--quiet", "-q"});
  });
  return static_cast<std::size_t>(found - words.begin());
}

std::string command_word(const std::vector<std::string>& words) {
  const std::size_t at = command_place(words);
  return at < words.size() ? words[at] : "";
}

void drop_command_word(std::vector<std::string>& words) {
  words.erase(words.begin() +
              static_cast<std::ptrdiff_t>(command_place(words)));
}

// Null when there is none.
const NamedCommand* find_command(std::string_view word, std::string_view verb) {
  for (const NamedCommand& it : all_commands()) {
    if (it.word == word && it.verb == verb) return &it;
  }
  return nullptr;
}

std::vector<std::string_view> verbs_of(std::string_view command) {
  std::vector<std::string_view> verbs;
  for (const NamedCommand& it : all_commands()) {
    if (it.word == command && !it.verb.empty()) verbs.push_back(it.verb);
  }
  return verbs;
}

[[noreturn]] void refuse_verb(const NamedCommand& command,
                              std::string_view verb,
                              const std::vector<std::string_view>& verbs) {
  if (verb.empty()) {
    throw UsageError(fmt::format("no verb given; `{}` takes {}",
                                 command.help.name, word_list(verbs)));
  }
  refuse_word(command.help.name, verb, verbs);
}

// `harden profile VERB`; its own page where only help is asked for.
const NamedCommand& take_verb(const NamedCommand& command,
                              std::vector<std::string>& words) {
  const auto verbs = verbs_of(command.word);
  const std::string verb = command_word(words);
  if (verbs.empty() || verb.starts_with('-')) return command;
  const NamedCommand* found = find_command(command.word, verb);
  if (verb.empty() || found == nullptr) refuse_verb(command, verb, verbs);
  drop_command_word(words);
  return *found;
}

// Takes the words that name the command and its verb out.
const NamedCommand& take_command(std::vector<std::string>& words) {
  const std::string word = command_word(words);
  const NamedCommand* found = word.empty() ? nullptr : find_command(word, "");
  if (found == nullptr) return all_commands().front();
  drop_command_word(words);
  return take_verb(*found, words);
}

}  // namespace

std::variant<std::unique_ptr<Command>, std::string> parse_command_line(
    int argc, const char* const* argv) {
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  // Where the command's name would stand.
  const std::string first = command_word(words);
  if (first == "--version" || first == "--license") {
    return is_one_of("--license", words) ? license_text() : version_line();
  }
  const NamedCommand& named = take_command(words);
  std::unique_ptr<Command> command = named.make();
  OptionSet options(named.help);
  command->declare(options);
  if (auto text = options.parse(std::move(words))) return *std::move(text);
  return command;
}

int run(int argc, const char* const* argv) {
  const bool no_color = is_one_of("--no-color", std::span(argv, argv + argc));
  keep_child_status();
  try {
    const auto parsed = parse_command_line(argc, argv);
    if (const auto* text = std::get_if<std::string>(&parsed)) {
      print(*text);
      return done;
    }
    return std::get<std::unique_ptr<Command>>(parsed)->run();
  } catch (const std::exception& error) {
    report_failure(failure_text(error), no_color);
    return failed;
  }
}

}  // namespace harden::cli
