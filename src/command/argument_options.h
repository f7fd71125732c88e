// Options and operands of a command, as getopt_long(3) reads them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command/field.h"

namespace harden {

struct OptionSyntax {
  // The letters of options that take a value: "og".
  std::string_view letters_with_value = {};
  // The same for long ones: "--owner --group", blanks between.
  std::string_view names_with_value = {};
  // The first operand ends the options: what follows is another command's.
  bool stops_at_operand = false;
  // NAME=value between the options is neither: sudo.
  bool skips_assignments = false;
};

struct ArgumentOption {
  std::string name;            // "-R", "--recursive"
  std::optional<Field> value;  // of "--owner=root", "-oroot", "-o root"
  std::size_t value_at = 0;    // the field that holds the value
};

class ArgumentOptions {
 public:
  // `argv` begins with the program. An option that is not known as a whole
  // counts as its value being unknown; other unknown words are operands.
  ArgumentOptions(std::span<const Field> argv, const OptionSyntax& syntax);

  bool has(std::initializer_list<std::string_view> names) const;
  // The last one with one of the names; null when there is none.
  const ArgumentOption* find(
      std::initializer_list<std::string_view> names) const;
  // Its value; null when there is none.
  const Field* value(std::initializer_list<std::string_view> names) const;

  std::vector<ArgumentOption> options;
  std::vector<std::size_t> operands;  // indices in argv
  // The index behind `--`; argv.size() when there is none.
  std::size_t after_dashes;

 private:
  std::size_t read_long(std::span<const Field> argv, std::size_t at,
                        const OptionSyntax& syntax);
  std::size_t read_letters(std::span<const Field> argv, std::size_t at,
                           const OptionSyntax& syntax);
};

inline constexpr OptionSyntax xargs_syntax = {
    .letters_with_value = "adEILnPs",
    .names_with_value =
        "--arg-file --delimiter --max-args --max-procs "
        "--max-chars --max-lines --replace --eof",
    .stops_at_operand = true};

// "chown" of "/bin/chown".
std::string_view program_name(const Field& program);

}  // namespace harden
