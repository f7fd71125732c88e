// The interpreter behind follow_script(); see follow.h for what it tells.
//
// One object follows one script. The methods change the state that they are
// given; a path that ends leaves it dead. `tail` says that nothing of the
// script comes after this command: what runs there in the foreground is the
// program of the container.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "follow/condition.h"
#include "follow/expand.h"
#include "follow/follow.h"
#include "follow/shell_state.h"
#include "shell/shell_script.h"

namespace harden {

class Follower : private Substitutions {
 public:
  explicit Follower(const FollowInput& input);
  Followed run();

 private:
  // A text with its tree; functions point into it.
  struct Source {
    std::size_t file = 0;
    std::uint32_t offset = 0;  // where the text begins in the file
    std::string text;
    shell::Script tree = {};
    // Of a text that stands nowhere (`eval "$x"`): the command that runs it.
    std::optional<Span> place = {};
  };
  struct Procedure {
    const Source* source = nullptr;
    const shell::Function* function = nullptr;
  };
  struct Loop {
    ShellState left = ShellState::dead();       // by `break`
    ShellState continued = ShellState::dead();  // by `continue`
  };
  struct Call {
    ShellState returned = ShellState::dead();
    std::size_t loops = 0;  // those outside of the call
  };
  // Where the follower is.
  struct Context {
    const Source* source = nullptr;
    bool in_subshell = false;
    bool in_background = false;
    // In a script that is called and comes back: `exec` ends that one only.
    bool called = false;
  };
  class Within;  // sets the context for a while

  // --- control flow: follow.cpp
  void list(const shell::List& list, ShellState& state, bool tail);
  void and_or(const shell::AndOr& it, ShellState& state, bool tail);
  void pipeline(const shell::Pipeline& it, ShellState& state, bool tail);
  void command(const shell::Command& it, ShellState& state, bool tail);
  void compound(const shell::Command& it, ShellState& state, bool tail);
  void subshell(const shell::List& body, ShellState& state, bool tail);
  void conditional(const shell::If& it, ShellState& state, bool tail);
  void loop(const shell::Loop& it, ShellState& state);
  void loop_round(const shell::Loop& it, Loop& loop, ShellState& state,
                  ShellState& after);
  void keep_running(std::size_t first);
  void for_each(const shell::For& it, ShellState& state);
  void for_round(const shell::For& it, Value value, ShellState& state);
  void choose(const shell::Case& it, ShellState& state, bool tail);
  Answer matches(const shell::Case::Item& item, const Value& subject,
                 ShellState& state);
  void define(const shell::Function& it);

  // --- simple commands: simple_command.cpp
  void simple(const shell::Command& it, const shell::Simple& words,
              ShellState& state, bool tail);
  void assign(const shell::Simple& it, ShellState& state);
  void redirections(const shell::Command& it, ShellState& state);
  void dispatch(const shell::Command& it, std::vector<FieldValue> fields,
                ShellState& state, bool tail);
  void call(const Procedure& procedure, std::vector<FieldValue> fields,
            ShellState& state, bool tail);
  void external(const shell::Command& it, const std::vector<FieldValue>& fields,
                ShellState& state, bool tail);
  void run_program(const shell::Command& it,
                   const std::vector<FieldValue>& fields,
                   const std::vector<Field>& argv, ShellState& state,
                   bool tail);
  bool called_script(const std::vector<FieldValue>& fields, ShellState& state,
                     bool tail);

  // --- hand-overs: hand_over.cpp
  void hand_over(const shell::Command& it, HandOver::Form form,
                 std::vector<FieldValue> fields, ShellState& state);
  void keep_alive(const shell::Command& it,
                  const std::vector<FieldValue>& fields, ShellState& state);
  void set_program(HandOver& it, std::vector<Field> argv, ShellState& state);
  std::vector<Field> words_of_line(const Field& line);
  // The index behind it when these words start this very script (`/x.sh`,
  // `sh /x.sh`); nullopt when they do not.
  std::optional<std::size_t> behind_this_script(
      const std::vector<Field>& argv) const;
  void start_again(const shell::Command& it, std::vector<FieldValue> arguments,
                   ShellState& state);
  void record(HandOver it);

  // --- builtins: builtins.cpp
  // False when it is none.
  bool builtin(const shell::Command& it, std::vector<FieldValue>& fields,
               ShellState& state, bool tail);
  bool leaves(const std::vector<FieldValue>& fields, ShellState& state);
  bool changes_variables(const std::vector<FieldValue>& fields,
                         ShellState& state);
  void set_options(const std::vector<FieldValue>& fields, ShellState& state);
  void shift(const std::vector<FieldValue>& fields, ShellState& state);
  void declare(const std::vector<FieldValue>& fields, ShellState& state);
  void change_folder(const std::vector<FieldValue>& fields, ShellState& state);
  void evaluate(const shell::Command& it, const std::vector<FieldValue>& fields,
                ShellState& state, bool tail);
  void read_in(const shell::Command& it, const std::vector<FieldValue>& fields,
               ShellState& state, bool tail);
  void execute(const shell::Command& it, std::vector<FieldValue> fields,
               ShellState& state);

  // --- answers: answers.cpp
  Answer bracket_test(const shell::Simple& it, ShellState& state);
  Answer extended_test(const shell::Test& it, ShellState& state);
  Answer arithmetic_test(Span inner, ShellState& state);
  Value output_of(std::string_view script, std::uint32_t offset,
                  const ShellState& state) override;
  Value printed_by(const Source& source, ShellState state);

  // --- what is told: record.cpp
  Place place_of(Span span) const;
  std::string words_of(Span span) const;
  void add_act(Span span, Act act);
  void add_acts(Span span, std::vector<Act> acts);
  void add_service(const Place& place);
  void add_unknown(Span span, std::string reason);
  void lose(Span span, std::string because);
  Source& add_source(std::size_t file, std::uint32_t offset, std::string text);
  // The text of a `$(…)`, parsed once.
  const Source& substitution_source(std::uint32_t offset,
                                    std::string_view text);
  // False once there is no more budget, or the script is lost.
  bool going_on(Span span);

  const FollowInput& input_;
  Followed result_;
  Surroundings surroundings_;
  Expander expander_;
  std::deque<Source> sources_;
  std::map<std::string, Procedure, std::less<>> functions_;
  std::vector<Loop*> loops_;
  std::vector<Call*> calls_;
  Context context_;
  std::set<std::tuple<std::size_t, std::uint32_t, int, std::string>> told_;
  std::map<std::pair<std::size_t, std::uint32_t>, const Source*> substitutions_;
  int restarts_ = 0;  // of the script by itself, as root
  std::size_t steps_ = 0;
  std::size_t parsed_ = 0;  // bytes
  int depth_ = 0;
};

// Sets the context for a while.
class Follower::Within {
 public:
  Within(Follower& follower, Context context)
      : follower_(follower), before_(follower.context_) {
    follower_.context_ = context;
    ++follower_.depth_;
  }
  ~Within() {
    follower_.context_ = before_;
    --follower_.depth_;
  }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;

 private:
  Follower& follower_;
  Context before_;
};

Field to_field(const FieldValue& value);
std::vector<Field> to_fields(const std::vector<FieldValue>& values);

}  // namespace harden
