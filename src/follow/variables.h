// The variables of a shell at one point of a script.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "follow/value.h"

namespace harden {

bool is_variable_name(std::string_view text);

// A copy shares what it holds until one of the two changes: a state is copied
// for every branch of a script, and few branches set variables.
class ShellVariables {
 public:
  // Null for one that the script did not set. What it left unknown is there,
  // and unknown.
  const Value* find(std::string_view name) const;
  void set(std::string_view name, Value value);
  // As it was before, null for a variable that was not set.
  void restore(std::string_view name, const Value* before);
  // Nobody knows what it is from now on, whatever sets it: `declare -i`,
  // `readonly`, what a signal's handler assigns.
  void pin_unknown(std::string_view name);
  // All that `others`, which began with forget(), have set since.
  void pin_assigned(const ShellVariables& others);
  // It stays as it is: `readonly`.
  void freeze(std::string_view name);
  // Programs that are started see it.
  void export_it(std::string_view name);
  bool is_exported(std::string_view name) const;
  // Something may have set any of them to anything, but for those that are
  // frozen.
  void forget();
  std::size_t size() const { return held().values.size(); }
  bool is_forgotten() const { return held().forgotten; }
  // As a program sees them that this shell starts.
  ShellVariables seen_by_programs() const;
  // What two paths do not agree on is not known behind them.
  void merge(const ShellVariables& other);

  friend bool operator==(const ShellVariables& left,
                         const ShellVariables& right);

 private:
  struct Held {
    std::map<std::string, Value, std::less<>> values;
    std::set<std::string, std::less<>> pinned;
    std::set<std::string, std::less<>> exported;
    std::set<std::string, std::less<>> frozen;
    bool forgotten = false;  // those that `values` lacks are unknown
    friend bool operator==(const Held&, const Held&) = default;
  };

  const Held& held() const;
  Held& own();

  std::shared_ptr<Held> held_;  // null: nothing happened to any
};

}  // namespace harden
