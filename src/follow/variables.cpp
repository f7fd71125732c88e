#include "follow/variables.h"

#include <utility>
#include <vector>

namespace harden {

const ShellVariables::Map& ShellVariables::all() const {
  static const Map none;
  return map_ ? *map_ : none;
}

const Value* ShellVariables::find(std::string_view name) const {
  const auto found = all().find(name);
  return found == all().end() ? nullptr : &found->second;
}

void ShellVariables::set(const std::string& name, Value value) {
  if (!map_) {
    map_ = std::make_shared<Map>();
  } else if (map_.use_count() > 1) {
    map_ = std::make_shared<Map>(*map_);
  }
  map_->insert_or_assign(name, std::move(value));
}

void ShellVariables::merge(const ShellVariables& other) {
  if (map_ == other.map_) return;
  std::vector<std::string> differ;
  auto left = all().begin();
  auto right = other.all().begin();
  while (left != all().end() || right != other.all().end()) {
    if (right == other.all().end() ||
        (left != all().end() && left->first < right->first)) {
      differ.push_back((left++)->first);
    } else if (left == all().end() || right->first < left->first) {
      differ.push_back((right++)->first);
    } else {
      if (left->second != right->second) differ.push_back(left->first);
      ++left;
      ++right;
    }
  }
  for (const std::string& it : differ) set(it, Value::unknown("$" + it));
}

bool operator==(const ShellVariables& left, const ShellVariables& right) {
  return left.map_ == right.map_ || left.all() == right.all();
}

}  // namespace harden
