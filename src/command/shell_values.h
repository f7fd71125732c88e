// The values that the words of a RUN's commands will have, as far as ENV, ARG
// and assignments in the same command line tell them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "command/account_options.h"
#include "command/shell_commands.h"
#include "command/variable_source.h"

namespace harden {

class ShellValues : public VariableSource {
 public:
  explicit ShellValues(const VariableSource& image) : image_(image) {}

  Argument resolve(const ShellWord& word) const;
  std::vector<Argument> resolve(const std::vector<ShellWord>& words) const;
  // Takes note of `A=b`, `export A=b`, `for A in`, `read A`.
  void assign(const SimpleCommand& command);

  // A name that is set nowhere may still be the shell's own (`$UID`).
  Binding find(std::string_view name) const override;

 private:
  void set(std::string name, Argument value);

  const VariableSource& image_;
  std::map<std::string, Argument, std::less<>> local_;
};

}  // namespace harden
