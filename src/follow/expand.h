// What the words of a script come to: variables, `${…}`, `$(…)`, fields.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/glob/shell_glob.h"
#include "command/variable_source.h"
#include "follow/shell_state.h"
#include "follow/value.h"
#include "shell/shell_script.h"

namespace harden {

// Who runs `$(…)`: the follower, who knows what commands do.
class Substitutions {
 public:
  virtual ~Substitutions() = default;
  // The output of the commands of `script`, which begins at `offset` of the
  // text that is followed; without its last line ending.
  virtual Value output_of(std::string_view script, std::uint32_t offset,
                          const ShellState& state) = 0;
  // An assignment to it fails.
  virtual bool is_readonly(std::string_view name) const = 0;
};

// What does not change while a script is followed.
struct Surroundings {
  const VariableSource* environment = nullptr;  // may be null
  bool root = true;
  std::string script;  // $0; empty when not known
  std::string shell;   // as `#!` or the call names it; empty without

  // sh may be bash, and something else.
  bool is_bash() const;
  bool may_be_bash() const;
};

class Expander {
 public:
  Expander(const Surroundings& surroundings, Substitutions& substitutions)
      : surroundings_(surroundings), substitutions_(substitutions) {}

  // `text` is what the word's spans point into. `${NAME:=…}` assigns.
  void add_fields(const shell::Word& word, std::string_view text,
                  ShellState& state, std::vector<FieldValue>& out);
  // Without splitting, as in assignments, `case` and `[[ … ]]`.
  Value value_of(const shell::Word& word, std::string_view text,
                 ShellState& state);
  // nullopt when nobody knows it, or there is no more budget.
  std::optional<ShellGlob> pattern_of(const shell::Word& word,
                                      std::string_view text, ShellState& state);
  // Of a variable or parameter by its name.
  Value variable(std::string_view name, const ShellState& state) const;
  // What stands in `$((…))` once `$NAME` and `$(…)` are worked out.
  Value expanded_text(std::string_view text, ShellState& state);
  // Names of what lies there are no words of the script; false where they may
  // be programs that it knows.
  bool list_folder(std::string_view path);
  // Those that were listed.
  const std::set<std::string, std::less<>>& listed() const { return listed_; }
  // What expanding this text as words does besides.
  void take_effects(std::string_view text, ShellState& state);
  // An expansion may have failed since it was asked last; bash then gives the
  // whole command up.
  void may_fail() { failure_ = true; }
  bool is_readonly(std::string_view name) const {
    return substitutions_.is_readonly(name);
  }
  bool take_failure() { return std::exchange(failure_, false); }
  // A text may have run commands that nobody has followed.
  void may_run() { hidden_ = true; }
  bool take_hidden() { return std::exchange(hidden_, false); }
  // bash works out the subscripts of a text that should be a number or a name.
  void work_out_subscripts(std::string_view text) {
    if (runs_commands(text) && surroundings_.may_be_bash()) may_run();
  }
  // Whether it does when it is expanded, or a subscript is worked out.
  static bool runs_commands(std::string_view text) {
    return text.find("$(") != text.npos || text.find('`') != text.npos;
  }
  // What reading and comparing patterns may cost in all that is followed.
  StepBudget& pattern_budget() { return budget_; }

 private:
  struct Looked;
  class Parameter;

  Looked look_up(std::string_view name, const ShellState& state) const;
  Value value_of_part(const shell::WordPart& part, std::string_view text,
                      ShellState& state);
  Value parameter(std::string_view inside, ShellState& state);
  // False when it is not one word.
  template <typename Use>
  bool with_word(std::string_view text, Use use);
  Value inner_value(std::string_view text, ShellState& state);
  // The same where nobody knows whether it is expanded.
  void may_take_effects(std::string_view text, ShellState& state);
  std::optional<ShellGlob> inner_pattern(std::string_view text,
                                         ShellState& state);
  // By blanks, as `$*` is.
  Value joined(const Elements& list, const ShellState& state) const;
  std::optional<Value> special(std::string_view name,
                               const ShellState& state) const;
  class Fields;

  const Surroundings& surroundings_;
  Substitutions& substitutions_;
  StepBudget budget_;
  bool failure_ = false;
  bool hidden_ = false;
  std::set<std::string, std::less<>> listed_;
  int depth_ = 0;
};

}  // namespace harden
