#include "runtime/policy/health_check.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "image/files/stage_chain.h"

namespace harden {
namespace {

struct DurationUnit {
  std::string_view name;
  double seconds;
};
constexpr std::array<DurationUnit, 7> units{{{"ns", 1e-9},
                                             {"us", 1e-6},
                                             {"µs", 1e-6},
                                             {"ms", 1e-3},
                                             {"s", 1},
                                             {"m", 60},
                                             {"h", 3600}}};

// The unit that the text begins with; the longest one wins ("ms", "m").
const DurationUnit* unit_of(std::string_view text) {
  const DurationUnit* best = nullptr;
  for (const DurationUnit& it : units) {
    if (!text.starts_with(it.name)) continue;
    if (best == nullptr || it.name.size() > best->name.size()) best = &it;
  }
  return best;
}

double seconds(const Instruction& instruction, std::string_view flag) {
  const Flag* found = instruction.flag(flag);
  if (found == nullptr || !found->value) return 0;
  return parse_duration(found->value->value).value_or(0);
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

std::optional<double> parse_duration(std::string_view text) {
  if (text == "0") return 0;
  double result = 0;
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] =
        std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    const DurationUnit* unit = unit_of(text);
    if (unit == nullptr || value < 0) return std::nullopt;
    result += value * unit->seconds;
    text.remove_prefix(unit->name.size());
  }
  return result;
}

Reasoned<Health> health_check(const PolicySubject& subject) {
  Reasoned<Health> result;
  for (const std::size_t i :
       stage_chain(subject.document, subject.evaluation, subject.stage)) {
    const Instruction& it = subject.document.instructions[i];
    const auto* check = it.as<Healthcheck>();
    if (check == nullptr) continue;
    result = {};
    result.reasons.push_back(
        subject.from_file(i, "`HEALTHCHECK` in " + subject.line_of(i)));
    result.value.none = !check->command;
    if (!check->command) continue;
    result.value.test = test_of(subject, it, *check->command);
    result.value.interval = seconds(it, "interval");
    result.value.timeout = seconds(it, "timeout");
    result.value.start_period = seconds(it, "start-period");
    result.value.retries = retries(it);
  }
  return result;
}

}  // namespace harden
