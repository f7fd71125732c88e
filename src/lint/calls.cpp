#include "lint/calls.h"

#include <algorithm>
#include <utility>

#include "analysis/sudo_options.h"
#include "lint/subject.h"
#include "model/shell_word.h"
#include "script/argument_options.h"
#include "script/wrappers.h"

namespace harden::lint_rules {
namespace {

using script::Field;

// `sudo env nice …`: nobody stacks more.
constexpr int max_wrappers = 4;
// `sh -c "$(…)"`: scripts in scripts.
constexpr unsigned max_depth = 3;

std::size_t program_at(const model::SimpleCommand& command,
                       std::span<const Field> fields) {
  std::size_t at = 0;
  for (int i = 0; i < max_wrappers && at < fields.size(); ++i) {
    const std::size_t before = at;
    if (script::program_name(fields[at]) == "sudo") {
      at = read_sudo_options(command.words, at + 1).end;
    } else {
      at += script::behind_wrappers(fields.subspan(at));
    }
    if (at == before) break;
  }
  return std::min(at, fields.size());
}

std::vector<Field> arguments(const model::SimpleCommand& command) {
  std::vector<Field> fields;
  for (const model::ShellWord& word : command.words) {
    fields.push_back(
        {.value = word.value, .known = word.literal, .span = word.span});
  }
  const auto at = program_at(command, fields);
  fields.erase(fields.begin(), fields.begin() + static_cast<long>(at));
  return fields;
}

}  // namespace

std::string_view Call::program() const {
  if (argv.empty() || !argv.front().known) return {};
  return script::program_name(argv.front());
}

bool is_shell(std::string_view program) {
  constexpr std::string_view shells[] = {"sh",  "bash", "dash",
                                         "ash", "zsh",  "ksh"};
  return std::find(std::begin(shells), std::end(shells), program) !=
         std::end(shells);
}

const Field* script_argument(std::span<const Field> argv) {
  if (argv.empty() || !is_shell(script::program_name(argv.front()))) {
    return nullptr;
  }
  const script::ArgumentOptions read(
      argv, {.letters_with_value = "oO", .stops_at_operand = true});
  if (!read.has({"-c"}) || read.operands.empty()) return nullptr;
  return &argv[read.operands.front()];
}

std::vector<std::string_view> substitutions(std::string_view word) {
  std::vector<std::string_view> result;
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    const bool opens = (word[at] == '$' || word[at] == '<') &&
                       word[at + 1] == '(' && word.substr(at, 3) != "$((";
    if (!opens) continue;
    const std::size_t end = model::behind_bracket(word, at + 1);
    const std::size_t inner = at + 2;
    if (end > inner + 1) result.push_back(word.substr(inner, end - 1 - inner));
    at = end - 1;
  }
  return result;
}

Calls::Calls(const std::vector<RunCommand>& commands) {
  for (std::size_t i = 0; i < commands.size();) {
    const std::size_t instruction = commands[i].instruction;
    const std::size_t first = calls_.size();
    for (; i < commands.size() && commands[i].instruction == instruction; ++i) {
      const model::SimpleCommand& it = *commands[i].command;
      calls_.push_back(
          {instruction, &it, arguments(it), true, texts_, it.span});
    }
    ++texts_;
    for (std::size_t at = first, end = calls_.size(); at < end; ++at) {
      add_scripts(Call(calls_[at]), 0);
    }
  }
}

// Taken by value above: the list grows meanwhile.
void Calls::add_scripts(const Call& outer, unsigned depth) {
  if (depth == max_depth) return;
  const Field* script = script_argument(outer.argv);
  if (script != nullptr && script->known) {
    add_text(outer, script->span, script->value, depth);
  }
  auto look = [&](const model::ShellWord& word) {
    if (!word.opaque) return;
    for (const std::string_view inner : substitutions(word.value)) {
      add_text(outer, word.span, inner, depth);
    }
  };
  for (const auto& it : outer.command->words) look(it);
  for (const auto& it : outer.command->assignments) look(it.value);
  for (const auto& it : outer.command->redirections) look(it.target);
}

void Calls::add_text(const Call& outer, Span place, std::string_view text,
                     unsigned depth) {
  if (!outer.own_spans) place = outer.span;
  const auto& commands = nested_.emplace_back(model::shell_commands(text));
  std::vector<Call> found;
  for (const model::SimpleCommand& it : commands) {
    Call call{outer.instruction, &it, arguments(it), false, texts_, place};
    for (Field& field : call.argv) field.span = place;
    found.push_back(std::move(call));
  }
  ++texts_;
  calls_.insert(calls_.end(), found.begin(), found.end());
  for (const Call& it : found) add_scripts(it, depth + 1);
}

std::span<const Call> Calls::pipeline(std::size_t at) const {
  constexpr std::size_t most = 64;
  std::size_t end = at + 1;
  while (end - at < most && end < calls_.size() &&
         calls_[end - 1].command->piped &&
         calls_[end].text == calls_[at].text) {
    ++end;
  }
  return std::span(calls_).subspan(at, end - at);
}

bool Calls::reads_pipe(std::size_t at) const {
  return at > 0 && calls_[at - 1].text == calls_[at].text &&
         calls_[at - 1].command->piped;
}

}  // namespace harden::lint_rules
