// The functions of a shell at one point of a script.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "follow/script_text.h"

namespace harden {

struct Procedure {
  const ScriptText* source = nullptr;  // what the function points into
  const shell::Function* function = nullptr;
  friend bool operator==(const Procedure&, const Procedure&) = default;
};

// What a name may stand for: which function depends on the path that was taken.
struct Procedures {
  std::vector<Procedure> all;
  bool maybe_none = false;
  bool maybe_other = false;  // a file that nobody has read may define it, too
  friend bool operator==(const Procedures&, const Procedures&) = default;
};

class ProcedureTable {
 public:
  std::size_t size() const { return all().size(); }
  // Null when no function has this name.
  const Procedures* find(std::string_view name) const;
  void define(std::string_view name, const Procedure& procedure);
  void remove(std::string_view name);
  // From now on each may be another function.
  void doubt();
  void merge(const ProcedureTable& other);

  friend bool operator==(const ProcedureTable& left,
                         const ProcedureTable& right);

 private:
  using Map = std::map<std::string, Procedures, std::less<>>;

  const Map& all() const;
  Map& own();

  std::shared_ptr<Map> map_;  // null: there are none
};

}  // namespace harden
