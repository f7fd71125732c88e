#include "script/variables.h"

#include <utility>
#include <vector>

namespace harden::script {

const Variables::Map& Variables::all() const {
  static const Map none;
  return map_ ? *map_ : none;
}

const Value* Variables::find(std::string_view name) const {
  const auto found = all().find(name);
  return found == all().end() ? nullptr : &found->second;
}

void Variables::set(const std::string& name, Value value) {
  if (!map_) {
    map_ = std::make_shared<Map>();
  } else if (map_.use_count() > 1) {
    map_ = std::make_shared<Map>(*map_);
  }
  map_->insert_or_assign(name, std::move(value));
}

void Variables::merge(const Variables& other) {
  if (map_ == other.map_) return;
  std::vector<std::string> differ;
  for (const auto& [name, value] : all()) {
    const Value* there = other.find(name);
    if (there == nullptr || *there != value) differ.push_back(name);
  }
  for (const auto& [name, value] : other.all()) {
    if (find(name) == nullptr) differ.push_back(name);
  }
  for (const std::string& it : differ) set(it, Value::unknown("$" + it));
}

bool operator==(const Variables& left, const Variables& right) {
  return left.map_ == right.map_ || left.all() == right.all();
}

}  // namespace harden::script
