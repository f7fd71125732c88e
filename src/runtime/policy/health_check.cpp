#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "base/text/duration.h"
#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

std::chrono::nanoseconds time_of(const Instruction& instruction,
                                 std::string_view flag) {
  constexpr std::chrono::nanoseconds none(0);
  const Flag* found = instruction.flag(flag);
  if (found == nullptr || !found->value) return none;
  return std::max(none, parse_duration(found->value->value).value_or(none));
}

std::uint32_t retries(const Instruction& instruction) {
  const Flag* found = instruction.flag("retries");
  if (found == nullptr || !found->value) return 0;
  const std::string& text = found->value->value;
  std::uint32_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

std::vector<std::string> test_of(const PolicySubject& subject,
                                 const Instruction& instruction,
                                 const Command& command) {
  std::vector<std::string> result;
  if (command.form == Command::Form::exec) {
    for (const Word& word : command.argv) result.push_back(word.value);
    return result;
  }
  result = subject.state().shell;
  if (result.empty()) result = {"/bin/sh", "-c"};
  result.emplace_back(shell_text(instruction, command));
  return result;
}

}  // namespace

Reasoned<Health> health_check(const PolicySubject& subject) {
  Reasoned<Health> result;
  const auto at = subject.health_check();
  if (!at) return result;
  const Instruction& it = subject.instruction(*at);
  const auto& command = it.as<Healthcheck>()->command;
  result.reasons.push_back(
      subject.from_file(*at, "`HEALTHCHECK` in " + subject.line_of(*at)));
  result.value.none = !command;
  if (!command) return result;
  result.value.test = test_of(subject, it, *command);
  result.value.interval = time_of(it, "interval");
  result.value.timeout = time_of(it, "timeout");
  result.value.start_period = time_of(it, "start-period");
  result.value.retries = retries(it);
  return result;
}

}  // namespace harden
