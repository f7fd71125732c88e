#include "follow/procedures.h"

#include <algorithm>

namespace harden {

const ProcedureTable::Map& ProcedureTable::all() const {
  static const Map none;
  return map_ ? *map_ : none;
}

ProcedureTable::Map& ProcedureTable::own() {
  if (!map_) {
    map_ = std::make_shared<Map>();
  } else if (map_.use_count() > 1) {
    map_ = std::make_shared<Map>(*map_);
  }
  return *map_;
}

const Procedures* ProcedureTable::find(std::string_view name) const {
  const auto found = all().find(name);
  return found == all().end() ? nullptr : &found->second;
}

void ProcedureTable::define(std::string_view name, const Procedure& procedure) {
  own().insert_or_assign(std::string(name), Procedures{{procedure}});
}

void ProcedureTable::remove(std::string_view name) {
  if (find(name) != nullptr) own().erase(own().find(name));
}

void ProcedureTable::doubt() {
  if (all().empty()) return;
  for (auto& it : own()) it.second.maybe_other = true;
}

void ProcedureTable::merge(const ProcedureTable& other) {
  if (map_ == other.map_ || all() == other.all()) return;
  Map& mine = own();
  for (auto& [name, procedures] : mine) {
    if (other.find(name) == nullptr) procedures.maybe_none = true;
  }
  for (const auto& [name, procedures] : other.all()) {
    const auto [at, is_new] = mine.try_emplace(name, procedures);
    at->second.maybe_none =
        is_new || at->second.maybe_none || procedures.maybe_none;
    at->second.maybe_other = at->second.maybe_other || procedures.maybe_other;
    for (const Procedure& it : procedures.all) {
      auto& known = at->second.all;
      if (std::ranges::find(known, it) == known.end()) known.push_back(it);
    }
  }
}

bool operator==(const ProcedureTable& left, const ProcedureTable& right) {
  return left.map_ == right.map_ || left.all() == right.all();
}

}  // namespace harden
