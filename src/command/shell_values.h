// The values that the words of a RUN's commands will have, as far as ENV, ARG
// and assignments in the same command line tell them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command/field.h"
#include "command/shell_commands.h"
#include "command/variable_source.h"

namespace harden {

class ShellValues : public VariableSource {
 public:
  explicit ShellValues(const VariableSource& image) : image_(image) {}

  Field resolve(const ShellWord& word) const;
  std::vector<Field> resolve(std::span<const ShellWord> words) const;
  // Takes note of `A=b`, `export A=b`, `for A in`, `read A` and what else sets
  // variables. `surely`: it has done so, in this shell.
  void assign(const SimpleCommand& command, bool surely);

  // Those of them that programs see: `export A`, and what the image has set
  // before.
  std::map<std::string, std::string, std::less<>> seen_by_programs() const;

  // A name that is set nowhere may still be the shell's own (`$UID`).
  Binding find(std::string_view name) const override;

  void set(std::string name, Field value);

  struct Local {
    Field value;
    bool exported = false;
  };
  // What was set so far: for a subshell, which sets for itself.
  using Locals = std::map<std::string, Local, std::less<>>;
  const Locals& locals() const { return local_; }
  void restore(Locals locals) { local_ = std::move(locals); }
  // Nobody knows any more what is set.
  void forget() { is_forgotten_ = true; }

 private:
  void declare(const SimpleCommand& command, bool surely);

  const VariableSource& image_;
  Locals local_;
  bool is_forgotten_ = false;
};

}  // namespace harden
