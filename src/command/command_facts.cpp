#include "command/command_facts.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/glob/glob.h"

namespace harden {
namespace {

using Effect = CommandFacts::Effect;

Act::Kind kind_of(Effect effect) {
  switch (effect) {
    case Effect::owner:
      return Act::Kind::owner;
    case Effect::mode:
      return Act::Kind::mode;
    case Effect::write:
      return Act::Kind::write;
    case Effect::account:
      return Act::Kind::account;
    case Effect::package:
      return Act::Kind::package;
    case Effect::kernel:
      return Act::Kind::kernel;
    case Effect::service:
      return Act::Kind::service;
    case Effect::system:
      return Act::Kind::system;
    case Effect::none:
      break;
  }
  return Act::Kind::unknown;
}

bool starts_with_dash(const CommandWord& word) {
  return word.text.starts_with('-');
}

// What nobody knows may be any of them.
bool fits(const CommandWord& word, std::string_view text) {
  return !word.known || matches_wildcard(text, word.text);
}

bool has_any(const CommandWords& arguments, CommandFacts::Names names) {
  return std::ranges::any_of(arguments, [&](const CommandWord& word) {
    return std::ranges::any_of(
        names, [&](std::string_view name) { return fits(word, name); });
  });
}

// Here what nobody knows is none of them.
bool only_shows(const CommandFacts& facts, const CommandWords& arguments) {
  const auto first = std::ranges::find_if_not(arguments, starts_with_dash);
  return std::ranges::any_of(facts.not_with, [&](std::string_view name) {
    if (!name.starts_with('-')) {
      return first != arguments.end() && (*first).known && fits(*first, name);
    }
    return std::ranges::any_of(arguments, [&](const CommandWord& word) {
      return word.known && fits(word, name);
    });
  });
}

bool has_few_operands(const CommandFacts& facts,
                      const CommandWords& arguments) {
  std::size_t operands = 0;
  for (const CommandWord& word : arguments) {
    if (word.any_number) return false;
    if (!starts_with_dash(word)) ++operands;
  }
  return operands <= *facts.shows_with;
}

}  // namespace

std::vector<Capability> capabilities_of(const CommandFacts& facts) {
  std::vector<Capability> result;
  for (int index = 0; index <= static_cast<int>(Capability::sys_module);
       ++index) {
    const auto capability = static_cast<Capability>(index);
    if (std::ranges::find(facts.capabilities, to_string(capability)) !=
        facts.capabilities.end()) {
      result.push_back(capability);
    }
  }
  return result;
}

std::vector<Act> acts_of(const CommandFacts& facts) {
  if (facts.effect == Effect::none) return {};
  Act act;
  act.kind = kind_of(facts.effect);
  act.path = facts.path;
  act.recursive = !facts.path.empty();
  act.capabilities = capabilities_of(facts);
  act.reason = facts.reason;
  act.remedy = facts.remedy;
  return {std::move(act)};
}

bool needs_root_with(const CommandFacts& facts, const CommandWords& argv) {
  const CommandWords arguments = argv.behind(1);
  if (!facts.only_with.empty()) return has_any(arguments, facts.only_with);
  if (facts.shows_with) return !has_few_operands(facts, arguments);
  return !only_shows(facts, arguments);
}

}  // namespace harden
