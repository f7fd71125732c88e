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

bool starts_with_dash(const Field& field) {
  return field.value.starts_with('-');
}

// What nobody knows may be any of them.
bool fits(const Field& field, std::string_view text) {
  if (!field.known) return true;
  return matches_wildcard(text, field.value);
}

bool has_any(std::span<const Field> arguments, CommandFacts::Names names) {
  return std::ranges::any_of(arguments, [&](const Field& field) {
    return std::ranges::any_of(
        names, [&](std::string_view name) { return fits(field, name); });
  });
}

// Here what nobody knows is none of them.
bool only_shows(const CommandFacts& facts, std::span<const Field> arguments) {
  const auto first = std::ranges::find_if_not(arguments, starts_with_dash);
  return std::ranges::any_of(facts.not_with, [&](std::string_view name) {
    if (!name.starts_with('-')) {
      return first != arguments.end() && first->known && fits(*first, name);
    }
    return std::ranges::any_of(arguments, [&](const Field& field) {
      return field.known && fits(field, name);
    });
  });
}

bool has_few_operands(const CommandFacts& facts,
                      std::span<const Field> arguments) {
  std::size_t operands = 0;
  for (const Field& field : arguments) {
    if (field.any_number) return false;
    if (!starts_with_dash(field)) ++operands;
  }
  return operands <= *facts.shows_with;
}

}  // namespace

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

bool needs_root_with(const CommandFacts& facts, std::span<const Field> argv) {
  const std::span<const Field> arguments = argv.subspan(1);
  if (!facts.only_with.empty()) return has_any(arguments, facts.only_with);
  if (facts.shows_with) return !has_few_operands(facts, arguments);
  return !only_shows(facts, arguments);
}

}  // namespace harden
