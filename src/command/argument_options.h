// Options and operands of a command, as getopt_long(3) reads them: `-rm`,
// `-u5`, `-u 5`, `--uid=5`, `--uid 5`, `--ui 5`, `--`. The one reader of them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "command/command_words.h"

namespace harden {

struct OptionSyntax {
  // The letters of options that take a value: "og".
  std::string_view letters_with_value = {};
  // The same for long ones: "--owner --group", blanks between.
  std::string_view names_with_value = {};
  // All others. Where it is given, names may be abbreviated.
  std::string_view names_without_value = {};
  // The first operand ends the options: what follows is another command's.
  bool stops_at_operand = false;
  // NAME=value between the options is neither: sudo.
  bool skips_assignments = false;
};

// NAME=value, as sudo and env read it: no `/` in the name.
bool is_assignment(std::string_view word);

struct ArgumentOption {
  char letter = '\0';          // of `-R`
  std::string_view name = {};  // "--recursive", in full; empty for a letter
  // Of `--owner=root`, `-oroot`, `-o root`.
  std::optional<CommandWord> value = {};
  std::size_t at = 0;        // the word where the option stands
  std::size_t value_at = 0;  // the word that holds the value

  // "-R" or "--recursive".
  bool is(std::string_view option) const {
    return name.empty()
               ? option.size() == 2 && option[0] == '-' && option[1] == letter
               : option == name;
  }
};

// Holds no text of its own: the words have to outlive it.
class ArgumentOptions {
 public:
  // `argv` begins with the program. An option that is not known as a whole
  // counts as its value being unknown; other unknown words are operands.
  ArgumentOptions(const CommandWords& argv, const OptionSyntax& syntax);

  bool has(std::initializer_list<std::string_view> names) const;
  // The last one with one of the names; null when there is none.
  const ArgumentOption* find(
      std::initializer_list<std::string_view> names) const;
  // Its value; null when there is none.
  const CommandWord* value(std::initializer_list<std::string_view> names) const;

  std::vector<ArgumentOption> options;
  std::vector<std::size_t> operands;  // indices in argv
  // The index behind `--`; argv.size() when there is none.
  std::size_t after_dashes;

  // Options behind so many are left out: nobody writes them.
  static constexpr std::size_t most_options = 4096;

 private:
  std::size_t read_long(const CommandWords& argv, std::size_t at,
                        const OptionSyntax& syntax);
  std::size_t read_letters(const CommandWords& argv, std::size_t at,
                           const OptionSyntax& syntax);
};

inline constexpr OptionSyntax xargs_syntax = {
    .letters_with_value = "adEILnPs",
    .names_with_value =
        "--arg-file --delimiter --max-args --max-procs "
        "--max-chars --max-lines --replace --eof",
    .stops_at_operand = true};

}  // namespace harden
