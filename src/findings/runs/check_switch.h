// Arguments that tell a program not to check something.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "findings/subject.h"

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

// An option of some programs.
struct SwitchRow {
  // Blanks between; versions behind the names do not matter.
  std::string_view programs;
  std::string_view option;  // "--insecure", "-k", or a setting: "sslverify"
  enum class Kind : std::uint8_t {
    flag,        // alone; `--option=false` is none
    with_value,  // `--option value`, `--option=value`
    // NAME=off in `-o NAME=off`, `--setopt=NAME=off`, `-c NAME=off`
    setting_off,
    setting_on,  // the same, and the harm is in its being on
    words_off,   // `config set NAME off`, NAME=off
    words_on,
  };
  Kind kind = Kind::flag;
  // Of a flag with one letter: those that take a value.
  std::string_view letters_with_value = {};
};

// Rows by their programs: most calls are of none of them.
class SwitchTable {
 public:
  // `rows` have to outlive it.
  explicit SwitchTable(std::span<const SwitchRow> rows);

  CheckSwitches find_in(const Call& call) const;

 private:
  struct Entry {
    std::string_view program;
    const SwitchRow* row;
  };

  std::vector<Entry> entries_;  // sorted by program
};

// "false", "0", "no", "off", "never"; "true", "1", "yes", "on".
bool is_off(std::string_view value);
bool is_on(std::string_view value);

}  // namespace harden::rule
