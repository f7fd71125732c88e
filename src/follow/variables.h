// The variables of a shell at one point of a script.
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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
  struct Entry {
    std::string name;
    Value value;
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  // Sorted by their names. Entries never change: a copy shares them, and two
  // that are the same object need not be compared.
  class Table {
   public:
    using Entries = std::vector<std::shared_ptr<const Entry>>;

    // Null where there is none.
    const Value* find(std::string_view name) const;
    void set(std::string_view name, Value value);
    void erase(std::string_view name);
    template <typename Predicate>
    void erase_if(Predicate predicate) {
      std::erase_if(entries_, [&](const auto& it) { return predicate(*it); });
    }
    // The names that only one of them has, or that have other values there.
    std::vector<std::string> differing(const Table& other) const;
    const Entries& entries() const { return entries_; }
    std::size_t size() const { return entries_.size(); }
    friend bool operator==(const Table& left, const Table& right) {
      return left.differing(right).empty();
    }

   private:
    Entries::const_iterator place_of(std::string_view name) const;

    Entries entries_;
  };
  struct Held {
    Table values;
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
