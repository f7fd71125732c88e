// The options of useradd, adduser and their relatives, as getopt_long reads
// them: `-rm`, `-u5`, `-u 5`, `--uid=5`, `--uid 5`, `--ui 5`, `--`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace harden {

// One argument of a program, with the variables that are known filled in.
struct Argument {
  std::string value;
  std::string unknown_because = {};  // the value is not known
  bool known() const { return unknown_because.empty(); }
};

// An option known by its long name; `letter` is its short form, and the name
// by which the code asks for it. Upper-case letters may be made up when the
// program has no short form (`short_form` false).
struct OptionSpec {
  std::string_view name;
  char letter;
  bool takes_value = false;
  bool short_form = true;
};

struct ParsedOptions {
  std::vector<std::pair<char, Argument>> options;
  std::vector<Argument> operands;

  bool has(char letter) const;
  // The last one counts; null when the option is not given.
  const Argument* find(char letter) const;
};

// Options that are not in the table are taken to have no value.
ParsedOptions parse_options(std::span<const Argument> arguments,
                            std::span<const OptionSpec> specs);

std::span<const OptionSpec> useradd_options();
std::span<const OptionSpec> usermod_options();
std::span<const OptionSpec> groupadd_options();  // groupmod's, too
std::span<const OptionSpec> userdel_options();   // groupdel's, too
// Those of busybox and of Debian together.
std::span<const OptionSpec> adduser_options();
std::span<const OptionSpec> addgroup_options();

}  // namespace harden
