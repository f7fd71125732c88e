// Arguments that tell a program not to check something.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "findings/subject.h"
#include "knowledge/lists/switches.h"

namespace harden::rule {

// An argument, from one word to another; or one letter of `-fsSLk`.
struct CheckSwitch {
  std::size_t first = 0;
  std::size_t last = 0;
  std::optional<std::uint32_t> letter;  // its offset in the word
  // Without it the command still means something: `curl`, not `git config`.
  bool removable = true;
};
using CheckSwitches = std::vector<CheckSwitch>;

using lists::CheckOption;

// Rows by their programs: most calls are of none of them.
class SwitchTable {
 public:
  // `rows` have to outlive it.
  explicit SwitchTable(std::span<const CheckOption> rows);

  CheckSwitches find_in(const Call& call) const;

 private:
  struct Program {
    std::string_view name;
    std::vector<const CheckOption*> rows;
  };

  std::vector<Program> programs_;
  std::vector<std::uint16_t> slots_;
};

// The options of one letter with which a program takes a value, as far as they
// are known: "pu" of `docker login`.
std::string_view value_letters(std::string_view program);

// "false", "0", "no", "off", "never"; "true", "1", "yes", "on".
bool is_off(std::string_view value);
bool is_on(std::string_view value);

}  // namespace harden::rule
