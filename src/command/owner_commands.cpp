// chown, chgrp, chmod, setfacl.
#include <algorithm>
#include <string>
#include <string_view>

#include "command/argument_options.h"
#include "command/interpreters.h"
#include "command/path_acts.h"

namespace harden {
namespace {

constexpr OptionSyntax syntax = {.letters_with_value = {},
                                 .names_with_value = "--from --reference"};

// One act for each path; one without a path when others bring them (xargs).
Acts change_owner(const CommandLine& line, std::string_view before) {
  const ArgumentOptions options(line.argv, syntax);
  const bool recursive = options.has({"-R", "--recursive"});
  std::span<const std::size_t> operands = options.operands;
  std::string account;
  if (!options.has({"--reference"}) && !operands.empty()) {
    const Field& owner = line.argv[operands.front()];
    if (owner.known) account = std::string(before) + owner.value;
    operands = operands.subspan(1);
  }
  Acts acts;
  for (const std::size_t operand : operands) {
    add_owner(acts, target_of(line.argv[operand], line.folder), recursive,
              account);
  }
  if (acts.empty()) add_owner(acts, {}, recursive, account);
  return acts;
}

Acts chown(const CommandLine& line) { return change_owner(line, ""); }
Acts chgrp(const CommandLine& line) { return change_owner(line, ":"); }

// `chmod -x FILE`: this is not an option.
bool is_mode(const ArgumentOption& option) {
  return option.name.size() == 2 &&
         std::string_view("rwxXst").find(option.name[1]) != std::string::npos;
}

Acts chmod(const CommandLine& line) {
  const ArgumentOptions options(line.argv, syntax);
  const bool recursive = options.has({"-R", "--recursive"});
  const bool mode_is_operand = !options.has({"--reference"}) &&
                               std::ranges::none_of(options.options, is_mode);
  Acts acts;
  for (std::size_t index = mode_is_operand ? 1 : 0;
       index < options.operands.size(); ++index) {
    const Field& path = line.argv[options.operands[index]];
    add_mode(acts, target_of(path, line.folder), recursive);
  }
  if (options.operands.size() <= 1 && acts.empty() && mode_is_operand) {
    add_mode(acts, {}, recursive);
  }
  return acts;
}

Acts setfacl(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "mxMX",
                  .names_with_value = "--modify --remove --modify-file "
                                      "--remove-file --set --set-file"});
  Acts acts;
  for (const std::size_t operand : options.operands) {
    add_mode(acts, target_of(line.argv[operand], line.folder),
             options.has({"-R", "--recursive"}));
  }
  return acts;
}

constexpr NamedInterpreter owner_table[] = {
    {"chown", chown},
    {"chgrp", chgrp},
    {"chmod", chmod},
    {"setfacl", setfacl},
};

}  // namespace

std::span<const NamedInterpreter> owner_interpreters() { return owner_table; }

}  // namespace harden
