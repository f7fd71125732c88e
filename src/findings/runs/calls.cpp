#include "findings/runs/calls.h"

#include <algorithm>

#include "base/text/paths.h"
#include "command/shell_call.h"
#include "command/shell_word.h"
#include "command/wrappers.h"
#include "knowledge/programs.h"

namespace harden::rule {
namespace {

// `sh -c "$(…)"`: scripts in scripts.
constexpr unsigned max_depth = 3;

bool is_sudo(const ShellWord& word) {
  if (!word.known) return false;
  const std::string_view name = base_name(word.value);
  return name == "sudo" || name == "doas";
}

// The script of `sh -ec '…'`; null when it is not given so.
const ShellWord* script_argument(const Call& call) {
  if (call.argv.size() < 3 || !call.may_be_shell) return nullptr;
  const auto line = shell_call(call.argv).line();
  return line && call.argv[*line].known ? &call.argv[*line] : nullptr;
}

}  // namespace

Call call_of(const SimpleCommand& command) {
  Call call{.command = &command, .span = command.span};
  const std::span words = command.words;
  const std::size_t at = behind_wrappers(words, Behind::sudo);
  call.by_sudo = at > 0 && is_sudo(words.front());
  call.argv = words.subspan(at);
  if (!call.argv.empty() && call.argv.front().known) {
    call.program = base_name(call.argv.front().value);
  }
  call.may_be_shell = harden::may_be_shell(call.program);
  call.package = package_call(call.argv);
  return call;
}

std::string_view unversioned(std::string_view program) {
  const std::size_t last = program.find_last_not_of("0123456789.");
  return program.substr(0, last + 1);
}

std::vector<std::string_view> substitutions(std::string_view word) {
  std::vector<std::string_view> result;
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    const bool opens = (word[at] == '$' || word[at] == '<') &&
                       word[at + 1] == '(' && word.substr(at, 3) != "$((";
    if (!opens) continue;
    const std::size_t end = behind_bracket(word, at + 1);
    const std::size_t inner = at + 2;
    if (end > inner + 1) result.push_back(word.substr(inner, end - 1 - inner));
    at = end - 1;
  }
  return result;
}

void Calls::add(std::size_t instruction,
                const std::vector<SimpleCommand>& commands) {
  first_.resize(instruction + 1, calls_.size());
  add_text({instruction, std::nullopt, 0}, commands);
}

void Calls::add_text(const Place& place,
                     const std::vector<SimpleCommand>& commands) {
  std::optional<std::size_t> writer;
  for (const SimpleCommand& it : commands) {
    const std::size_t at = calls_.size();
    Call call = call_of(it);
    call.instruction = place.instruction;
    call.nested = place.word.has_value();
    if (call.nested) call.span = *place.word;
    call.writer = writer;
    if (writer) calls_[*writer].reader = at;
    writer = it.piped ? std::optional(at) : std::nullopt;
    calls_.push_back(call);
    if (place.depth < max_depth) add_scripts(at, place);
  }
}

void Calls::add_scripts(std::size_t outer, const Place& place) {
  const auto read = [&](Span word, std::string_view text) {
    const auto& commands = nested_.emplace_back(shell_commands(text));
    add_text({place.instruction, place.word.value_or(word), place.depth + 1},
             commands);
  };
  const auto look = [&](const ShellWord& word) {
    if (!word.opaque) return;
    for (const std::string_view it : substitutions(word.value)) {
      read(word.span, it);
    }
  };
  // The list of calls grows meanwhile; the command and its words stay.
  const SimpleCommand& command = *calls_[outer].command;
  if (const ShellWord* script = script_argument(calls_[outer])) {
    read(script->span, script->value);
  }
  for (const ShellWord& it : command.words) look(it);
  for (const auto& it : command.assignments) look(it.value);
  for (const auto& it : command.redirections) look(it.target);
}

std::span<const Call> Calls::of(std::size_t instruction) const {
  if (instruction >= first_.size()) return {};
  const std::size_t begin = first_[instruction];
  const bool last = instruction + 1 == first_.size();
  const std::size_t end = last ? calls_.size() : first_[instruction + 1];
  return std::span(calls_).subspan(begin, end - begin);
}

const Call* Calls::writer(const Call& call) const {
  return call.writer ? &calls_[*call.writer] : nullptr;
}

std::vector<const Call*> Calls::pipeline(const Call& first) const {
  constexpr std::size_t most = 64;
  std::vector<const Call*> result{&first};
  while (result.back()->reader && result.size() < most) {
    result.push_back(&calls_[*result.back()->reader]);
  }
  return result;
}

}  // namespace harden::rule
