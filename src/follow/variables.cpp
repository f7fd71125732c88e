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

ShellVariables::Table::Entries::const_iterator ShellVariables::Table::place_of(
    std::string_view name) const {
  return std::ranges::lower_bound(entries_, name, {}, [](const auto& it) {
    return std::string_view(it->name);
  });
}

const Value* ShellVariables::Table::find(std::string_view name) const {
  const auto place = place_of(name);
  const bool found = place != entries_.end() && (*place)->name == name;
  return found ? &(*place)->value : nullptr;
}

void ShellVariables::Table::set(std::string_view name, Value value) {
  const auto place = place_of(name);
  const bool found = place != entries_.end() && (*place)->name == name;
  auto entry =
      std::make_shared<const Entry>(Entry{std::string(name), std::move(value)});
  const auto at = entries_.begin() + (place - entries_.cbegin());
  if (found) {
    *at = std::move(entry);
  } else {
    entries_.insert(at, std::move(entry));
  }
}

void ShellVariables::Table::erase(std::string_view name) {
  const auto place = place_of(name);
  if (place != entries_.end() && (*place)->name == name) entries_.erase(place);
}

std::vector<std::string> ShellVariables::Table::differing(
    const Table& other) const {
  std::vector<std::string> names;
  auto here = entries_.begin();
  auto there = other.entries_.begin();
  while (here != entries_.end() || there != other.entries_.end()) {
    const bool only_here =
        there == other.entries_.end() ||
        (here != entries_.end() && (*here)->name < (*there)->name);
    const bool only_there = !only_here && (here == entries_.end() ||
                                           (*there)->name < (*here)->name);
    if (only_here) {
      names.push_back((*here++)->name);
    } else if (only_there) {
      names.push_back((*there++)->name);
    } else {
      const bool same = *here == *there || (*here)->value == (*there)->value;
      if (!same) names.push_back((*here)->name);
      ++here;
      ++there;
    }
  }
  return names;
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
  const Value* found = all.values.find(name);
  return found == nullptr && all.forgotten ? &forgotten : found;
}

void ShellVariables::set(std::string_view name, Value value) {
  Held& all = own();
  const Value* before = all.values.find(name);
  // Of an array that is its first element; the others stay.
  const bool element = before != nullptr && before->elements != nullptr &&
                       value.elements == nullptr && !value.unset;
  if (element) value = Value::unknown("$" + std::string(name));
  all.values.set(name, std::move(value));
}

void ShellVariables::restore(std::string_view name, const Value* before) {
  Held& all = own();
  if (before != nullptr) {
    all.values.set(name, Value(*before));
  } else {
    all.values.erase(name);
  }
}

void ShellVariables::pin_unknown(std::string_view name) {
  own().pinned.emplace(name);
}

void ShellVariables::pin_assigned(const ShellVariables& others) {
  for (const auto& it : others.held().values.entries()) pin_unknown(it->name);
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
  all.values.erase_if(
      [&](const Entry& it) { return !all.frozen.contains(it.name); });
  all.forgotten = true;
}

ShellVariables ShellVariables::seen_by_programs() const {
  ShellVariables result;
  for (const auto& it : held().values.entries()) {
    // Of one that was not exported here, the environment's may be seen.
    const bool seen = is_exported(it->name) && it->value.elements == nullptr;
    result.set(it->name, seen ? it->value : Value::unknown("$" + it->name));
  }
  if (held_) {
    result.own().pinned = held_->pinned;
    result.own().forgotten = held_->forgotten;
  }
  return result;
}

void ShellVariables::merge(const ShellVariables& other) {
  if (held_ == other.held_) return;
  Held& all = own();
  for (const std::string& name : all.values.differing(other.held().values)) {
    const Value* found = all.values.find(name);
    const Value* here = found == nullptr && all.forgotten ? &forgotten : found;
    all.values.set(name, either_of(here, other.find(name), "$" + name));
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
