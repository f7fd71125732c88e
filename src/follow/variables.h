// The variables of a shell at one point of a script.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "follow/value.h"

namespace harden {

// A copy shares what it holds until one of the two changes: a state is copied
// for every branch of a script, and few branches set variables.
class ShellVariables {
 public:
  // Null for one that the script did not set.
  const Value* find(std::string_view name) const;
  void set(const std::string& name, Value value);
  // What two paths do not agree on is not known behind them.
  void merge(const ShellVariables& other);

  friend bool operator==(const ShellVariables& left,
                         const ShellVariables& right);

 private:
  using Map = std::map<std::string, Value, std::less<>>;

  const Map& all() const;

  std::shared_ptr<Map> map_;  // null: none is set
};

}  // namespace harden
