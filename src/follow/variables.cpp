#include "follow/variables.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text/ascii.h"

namespace harden {
namespace {

const Value anything = Value::unknown();

// What code that nobody has read may have set: that may as well do all that is
// done with it.
const Value forgotten = [] {
  Value result = Value::unknown();
  result.origin = Value::Origin::files;
  return result;
}();

}  // namespace

bool is_variable_name(std::string_view text) {
  return !text.empty() && !is_digit(text.front()) &&
         std::ranges::all_of(text, is_word);
}

const ShellVariables::Held& ShellVariables::held() const {
  static const Held none;
  return held_ ? *held_ : none;
}

ShellVariables::Held& ShellVariables::own() {
  if (!held_) {
    held_ = std::make_shared<Held>();
  } else if (held_.use_count() > 1) {
    held_ = std::make_shared<Held>(*held_);
  }
  return *held_;
}

const Value* ShellVariables::find(std::string_view name) const {
  const Held& all = held();
  if (all.pinned.contains(name)) return &anything;
  const auto found = all.values.find(name);
  if (found != all.values.end()) return &found->second;
  return all.forgotten ? &forgotten : nullptr;
}

void ShellVariables::set(std::string_view name, Value value) {
  Held& all = own();
  const auto found = all.values.find(name);
  if (found == all.values.end()) {
    all.values.emplace(name, std::move(value));
    return;
  }
  // Of an array that is its first element; the others stay.
  const bool element = found->second.elements != nullptr &&
                       value.elements == nullptr && !value.unset;
  found->second =
      element ? Value::unknown("$" + found->first) : std::move(value);
}

void ShellVariables::restore(std::string_view name, const Value* before) {
  Held& all = own();
  if (before != nullptr) {
    all.values.insert_or_assign(std::string(name), *before);
    return;
  }
  const auto found = all.values.find(name);
  if (found != all.values.end()) all.values.erase(found);
}

void ShellVariables::pin_unknown(std::string_view name) {
  own().pinned.emplace(name);
}

void ShellVariables::pin_assigned(const ShellVariables& others) {
  for (const auto& it : others.held().values) pin_unknown(it.first);
}

void ShellVariables::freeze(std::string_view name) {
  own().frozen.emplace(name);
}

void ShellVariables::export_it(std::string_view name) {
  own().exported.emplace(name);
}

bool ShellVariables::is_exported(std::string_view name) const {
  return held().exported.contains(name);
}

void ShellVariables::forget() {
  Held& all = own();
  std::erase_if(all.values,
                [&](const auto& it) { return !all.frozen.contains(it.first); });
  all.forgotten = true;
}

ShellVariables ShellVariables::seen_by_programs() const {
  ShellVariables result;
  for (const auto& [name, value] : held().values) {
    // Of one that was not exported here, the environment's may be seen.
    const bool seen = is_exported(name) && value.elements == nullptr;
    result.set(name, seen ? value : Value::unknown("$" + name));
  }
  if (held_) {
    result.own().pinned = held_->pinned;
    result.own().forgotten = held_->forgotten;
  }
  return result;
}

void ShellVariables::merge(const ShellVariables& other) {
  if (held_ == other.held_) return;
  std::vector<std::string> differ;
  for (const auto& [name, value] : held().values) {
    const Value* there = other.find(name);
    if (there == nullptr || *there != value) differ.push_back(name);
  }
  for (const auto& [name, value] : other.held().values) {
    if (!held().values.contains(name)) differ.push_back(name);
  }
  Held& all = own();
  for (const std::string& it : differ) {
    const auto found = all.values.find(it);
    const Value* here = found != all.values.end() ? &found->second
                        : all.forgotten           ? &forgotten
                                                  : nullptr;
    Value either = either_of(here, other.find(it), "$" + it);
    all.values.insert_or_assign(it, std::move(either));
  }
  all.forgotten = all.forgotten || other.held().forgotten;
  all.pinned.insert(other.held().pinned.begin(), other.held().pinned.end());
  std::erase_if(all.exported, [&](const std::string& name) {
    return !other.is_exported(name);
  });
  std::erase_if(all.frozen, [&](const std::string& name) {
    return !other.held().frozen.contains(name);
  });
}

bool operator==(const ShellVariables& left, const ShellVariables& right) {
  return left.held_ == right.held_ || left.held() == right.held();
}

}  // namespace harden
