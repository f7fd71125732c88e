#include "command/package_call.h"

#include <string_view>

namespace harden {
namespace {

// `python3 -m pip`
bool starts_module(const CommandWords& argv) {
  if (argv.size() < 3 || argv[1].text != "-m") return false;
  const std::string_view name = program_name(argv[0]);
  return name.substr(0, name.find_last_not_of("0123456789.") + 1) == "python";
}

// Of one that has options instead of verbs: of what any of them asks for, that
// which changes least.
PackageTask task_of_options(const PackageManagerFacts& facts,
                            const CommandWords& argv) {
  PackageTask result = PackageTask::unknown;
  for (const CommandWord& it : argv.behind(1)) {
    if (!it.text.starts_with('-')) continue;
    const PackageTask task = facts.task_of(it.text);
    if (task > result) result = task;
  }
  return result;
}

}  // namespace

ArgumentOptions package_options(const PackageManagerFacts& facts,
                                const CommandWords& argv) {
  ArgumentOptions options(argv, {.letters_with_value = facts.letters_with_value,
                                 .names_with_value = facts.names_with_value});
  auto& operands = options.operands;
  // The module's name is not a verb.
  if (facts.has_verbs() && starts_module(argv) && !operands.empty()) {
    operands.erase(operands.begin());
  }
  return options;
}

std::optional<PackageCall> package_call(const CommandWords& argv) {
  if (argv.empty() || !argv[0].known) return std::nullopt;
  const bool module = starts_module(argv);
  const PackageManagerFacts* facts =
      find_package_manager(argv[module ? 2 : 0].text);
  if (facts == nullptr || (module && facts->system)) return std::nullopt;
  PackageCall call{{facts, {}}, package_options(*facts, argv)};
  if (!facts->has_verbs()) {
    call.task = task_of_options(*facts, argv);
    return call;
  }
  const auto& operands = call.options.operands;
  if (operands.empty() || !argv[operands.front()].known) return call;
  call.verb_at = operands.front();
  call.task = facts->task_of(argv[*call.verb_at].text);
  return call;
}

}  // namespace harden
