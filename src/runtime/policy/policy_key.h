// One key of `[policy]`, and what its readers share.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/policy/policy_values.h"
#include "runtime/policy_wishes.h"

namespace harden {

struct PolicyKey {
  std::string_view name;  // dotted: "limits.memory"
  // Throws BadInput of a value that makes no sense.
  void (*read)(const PolicyValue&, PolicyWishes&);
};

std::span<const PolicyKey> container_keys();
std::span<const PolicyKey> limit_keys();

template <typename T>
Reasoned<T> reasoned(T value, const PolicyValue& from) {
  return {std::move(value), {from.reason}};
}

// A list, each item through a parser.
template <typename Parse>
auto each(const PolicyValue& value, Parse parse) {
  const auto list = value.toml().items("a list");
  if (list.size() > 256) value.refuse("a list of at most 256");
  std::vector<decltype(parse(value))> result;
  for (const TomlValue& it : list) result.push_back(parse(value.item(it.node)));
  return result;
}

// The same, each item with its reason.
template <typename Parse>
auto each_reasoned(const PolicyValue& value, Parse parse) {
  std::vector<Reasoned<decltype(parse(value))>> result;
  for (auto& it : each(value, parse)) {
    result.push_back(reasoned(std::move(it), value));
  }
  return result;
}

}  // namespace harden
