// What one profile allows and the other does not.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text/joined_texts.h"
#include "runtime/seccomp/seccomp.h"

namespace harden {
namespace {

std::string text_of(const SeccompArgument& it) {
  constexpr std::string_view signs[] = {"!=", "<", "<=", "==", ">=", ">"};
  if (it.op == SeccompOp::masked_eq) {
    return fmt::format("argument {} & {:#x} == {:#x}", it.index, it.value,
                       it.value_two);
  }
  return fmt::format("argument {} {} {}", it.index,
                     signs[static_cast<std::size_t>(it.op)], it.value);
}

std::string text_of(const SeccompCondition& it, std::string_view word) {
  std::string text;
  const auto add = [&](const std::string& part) {
    text += fmt::format(" {} {}", word, part);
  };
  if (!it.capabilities.empty()) add(joined_texts(it.capabilities, ", "));
  if (!it.architectures.empty()) add(joined_texts(it.architectures, ", "));
  if (!it.min_kernel.empty()) add("Linux " + it.min_kernel);
  return text;
}

std::string action_text(SeccompAction action,
                        const std::optional<std::uint32_t>& error) {
  if (action == SeccompAction::allow) return "allowed";
  std::string text(to_string(action));
  if (error) text += fmt::format(" {}", *error);
  return text;
}

// "allowed where argument 0 == 1 with CAP_SYS_ADMIN"
std::string text_of(const SeccompRule& rule) {
  std::string text = action_text(rule.action, rule.error);
  for (std::size_t i = 0; i < rule.arguments.size(); ++i) {
    text += i == 0 ? " where " : " and ";
    text += text_of(rule.arguments[i]);
  }
  return text + text_of(rule.includes, "with") +
         text_of(rule.excludes, "without");
}

using Meanings = std::map<std::string, std::vector<std::string>>;

// What is said of each call, sorted; what happens anyway is left out.
Meanings meanings(const SeccompProfile& profile) {
  Meanings all;
  for (const SeccompRule& rule : profile.rules) {
    if (rule.action == profile.default_action &&
        rule.error.value_or(1) == profile.default_error.value_or(1)) {
      continue;
    }
    const std::string text = text_of(rule);
    for (const std::string& name : rule.names) all[name].push_back(text);
  }
  for (auto& [name, texts] : all) {
    std::ranges::sort(texts);
    const auto again = std::ranges::unique(texts);
    texts.erase(again.begin(), again.end());
  }
  return all;
}

std::string line(char sign, const std::string& name,
                 const std::vector<std::string>& texts) {
  return fmt::format("{} {}: {}\n", sign, name, fmt::join(texts, "; "));
}

std::string diff_defaults(const SeccompProfile& from,
                          const SeccompProfile& to) {
  const auto one = action_text(from.default_action, from.default_error);
  const auto other = action_text(to.default_action, to.default_error);
  if (one == other) return {};
  return fmt::format("- all others: {}\n+ all others: {}\n", one, other);
}

Meanings architectures(const SeccompProfile& profile) {
  Meanings all;
  for (const SeccompArchitecture& it : profile.architectures) {
    all[it.name] = {it.below.empty() ? "by itself"
                                     : "with " + joined_texts(it.below, ", ")};
  }
  return all;
}

std::string diff(const Meanings& from, const Meanings& to) {
  std::string text;
  for (const auto& [name, texts] : from) {
    const auto other = to.find(name);
    if (other != to.end() && other->second == texts) continue;
    text += line('-', name, texts);
    if (other != to.end()) text += line('+', name, other->second);
  }
  for (const auto& [name, texts] : to) {
    if (!from.contains(name)) text += line('+', name, texts);
  }
  return text;
}

}  // namespace

std::string diff_seccomp_profiles(const SeccompProfile& from,
                                  const SeccompProfile& to) {
  return diff_defaults(from, to) +
         diff(architectures(from), architectures(to)) +
         diff(meanings(from), meanings(to));
}

}  // namespace harden
