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
#include "follow/script_text.h"
#include "follow/shell_state.h"
#include "shell/shell_script.h"

namespace harden {

// Functions and scripts that call each other.
inline constexpr int deepest_call = 120;

class Follower : private Substitutions {
 public:
  explicit Follower(const FollowInput& input);
  Followed run();

 private:
  using Source = ScriptText;
  struct Loop {
    ShellState left = ShellState::dead();       // by `break`
    ShellState continued = ShellState::dead();  // by `continue`
  };
  struct Call {
    ShellState returned = ShellState::dead();
    std::size_t loops = 0;  // those outside of the call
    // What `local` variables were before; nullopt: not set.
    std::map<std::string, std::optional<Value>, std::less<>> saved = {};
    bool is_function = true;  // not a file that is read in
  };
  // Where the follower is.
  struct Context {
    const Source* source = nullptr;
    bool in_subshell = false;
    bool in_background = false;
    // In a script that is called and comes back: `exec` ends that one only.
    bool called = false;
    // Standard input lists files, or is one that the script does not write.
    bool input_of_files = false;
    Span command = {};
    // Where to say what happens, when the text is not as in the file.
    std::optional<Span> place = {};
  };
  // A program that ran on the way.
  struct Ran {
    Place place;
    std::vector<Field> argv;
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
  void uncounted_rounds(const shell::For& it, const Value& value,
                        ShellState& state);
  void for_round(const shell::For& it, Value value, ShellState& state);
  void choose(const shell::Case& it, ShellState& state, bool tail);
  Answer matches(const shell::Case::Item& item, const Value& subject,
                 ShellState& state);
  // Once no path ends the loop by itself, or its budget is used up.
  void forget_loop(const shell::Loop& it, Loop& loop, ShellState& after);
  bool has_lastpipe() const;
  bool lists_files(const shell::Command& it, bool first);
  bool may_not_begin(const shell::Command& it, const ShellState& state);

  // --- simple commands: simple_command.cpp
  void simple(const shell::Command& it, const shell::Simple& words,
              ShellState& state, bool tail);
  void simple_once(const shell::Command& it, const shell::Simple& words,
                   ShellState& state, bool tail);
  std::optional<std::string> several_texts(const shell::Simple& words,
                                           const ShellState& state) const;
  void assign(const shell::Simple& it, ShellState& state);
  void expand_heredoc(const shell::Redirection& it, ShellState& state);
  void redirections(const shell::Command& it, ShellState& state);
  void run_words(const shell::Command& it, std::vector<FieldValue> fields,
                 const shell::Simple& words, ShellState& state, bool tail);
  void dispatch(const shell::Command& it, std::vector<FieldValue> fields,
                ShellState& state, bool tail);
  void dispatch_program(const shell::Command& it,
                        std::vector<FieldValue> fields, ShellState& state,
                        bool tail);
  void call_one_of(const shell::Command& it, const Procedures& procedures,
                   std::vector<FieldValue> fields, ShellState& state,
                   bool tail);
  void call(const Procedure& procedure, std::vector<FieldValue> fields,
            ShellState& state, bool tail);
  void external(const shell::Command& it, const std::vector<FieldValue>& fields,
                ShellState& state, bool tail);
  void helper_as(const shell::Command& it, const StepDownCall& call,
                 const std::vector<FieldValue>& fields, ShellState& state);
  void run_program(const shell::Command& it,
                   const std::vector<FieldValue>& fields,
                   const std::vector<Field>& argv, ShellState& state,
                   bool tail);

  // --- other texts: texts.cpp
  bool called_script(const std::vector<FieldValue>& fields, ShellState& state,
                     bool tail);
  const Source& file_source(ScriptFile file);
  // A shell of its own, with what this one exports.
  struct Interpreter {
    std::string name;
    bool login = false;             // it reads the account's profile first
    Value zero = Value::unknown();  // $0
  };
  void other_shell(const Source& source, Interpreter shell,
                   std::vector<FieldValue> arguments, ShellState& state,
                   bool tail);
  // `sh -c LINE`, `sh <<X`, `sh FILE`; false when argv is not a shell.
  bool shell_call(const shell::Command& it,
                  const std::vector<FieldValue>& fields, ShellState& state,
                  bool tail);
  void shell_line(const shell::Command& it, const Interpreter& shell,
                  const Value& line, std::vector<FieldValue> arguments,
                  ShellState& state, bool tail);
  // What standard input holds, when the script says it.
  std::optional<Value> input_text(const shell::Command& it, ShellState& state);
  // xargs and find: the commands that they run.
  void repeated(const shell::Command& it, const std::vector<FieldValue>& fields,
                ShellState& state);
  void follow_here(const shell::Command& it, const std::string& text,
                   ShellState& state, bool tail);

  // --- traps: traps.cpp
  void trap(const shell::Command& it, const std::vector<FieldValue>& fields,
            ShellState& state);
  void handler(const shell::Command& it, const Value& text, ShellState& state);
  void run_at_exit();

  // --- hand-overs: hand_over.cpp
  void hand_over(const shell::Command& it, HandOver::Form form,
                 std::vector<FieldValue> fields, ShellState& state);
  bool shell_steps_down(const shell::Command& it,
                        const std::vector<FieldValue>& fields,
                        const ShellState& state);
  // What it does as the account: it may be root once more.
  void follow_account(const shell::Command& it, const HandOver& over,
                      const ShellState& state);
  void keep_alive(const shell::Command& it,
                  const std::vector<FieldValue>& fields, ShellState& state);
  void set_program(HandOver& it, std::vector<Field> argv,
                   const ShellState& state);
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
  void leave_loops(bool for_good, const std::vector<FieldValue>& fields,
                   const ShellState& here);
  bool changes_variables(const std::vector<FieldValue>& fields,
                         ShellState& state);
  void set_options(const std::vector<FieldValue>& fields, ShellState& state);
  void set_option(const Value& name);
  void shift(const std::vector<FieldValue>& fields, ShellState& state);
  void unset(const std::vector<FieldValue>& fields, ShellState& state);
  void let(const std::vector<FieldValue>& fields, ShellState& state);
  bool changes_shell(const shell::Command& it,
                     const std::vector<FieldValue>& fields, ShellState& state);
  void change_folder(const std::vector<FieldValue>& fields, ShellState& state);
  void evaluate(const shell::Command& it, const std::vector<FieldValue>& fields,
                ShellState& state, bool tail);
  bool is_users(const Value& value, const ShellState& state) const;
  bool is_told_word(const Value& word, const ShellState& state) const;
  void may_run_any(const shell::Command& it, const Value& program,
                   const ShellState& state);
  void read_in(const shell::Command& it, const std::vector<FieldValue>& fields,
               ShellState& state, bool tail);
  void execute(const shell::Command& it, std::vector<FieldValue> fields,
               ShellState& state);

  // --- variables: assignments.cpp
  void set_variable(std::string_view name, Value value, ShellState& state);
  void work_out_integer(std::string_view name, const Value& value,
                        ShellState& state);
  void assign_one(const shell::Assignment& it, ShellState& state);
  // `export NAME=WORD …` and its kind; false when the words are none.
  bool declaration(const shell::Simple& words, ShellState& state);
  struct Declaration;
  struct Declared {
    Value name;  // or options
    std::optional<Value> value;
  };
  Declared declared_by(const shell::Word& word, ShellState& state);
  void declare(Declaration& how, Declared what, ShellState& state);
  void declare_name(const Declaration& how, const std::string& written,
                    std::optional<Value> value, ShellState& state);
  bool set_outside(const std::string& name, const std::optional<Value>& value);
  void make_local(const std::string& name, ShellState& state);
  void restore_locals(const Call& call, ShellState& state);

  // --- arrays, and variables that are set by their names: arrays.cpp
  std::optional<Elements> elements_of(const std::string& name,
                                      const ShellState& state) const;
  void assign_array(const shell::Assignment& it, ShellState& state);
  void assign_element(const shell::Assignment& it, ShellState& state);
  Value printed(const std::vector<FieldValue>& fields,
                std::size_t format) const;
  void print_into(const std::vector<FieldValue>& fields, ShellState& state);
  void read_into(const std::vector<FieldValue>& fields, ShellState& state);
  void read_text(const shell::Command& it,
                 const std::vector<FieldValue>& fields, ShellState& state);

  // --- answers: answers.cpp
  Answer bracket_test(const shell::Simple& it, ShellState& state);
  void work_out_names(const std::vector<ConditionWord>& words);
  void work_out_numbers(std::vector<ConditionWord>& words, ShellState& state);
  Answer extended_test(const shell::Test& it, ShellState& state);
  Answer arithmetic_test(Span inner, ShellState& state);
  Value output_of(std::string_view script, std::uint32_t offset,
                  const ShellState& state) override;
  bool is_readonly(std::string_view name) const override {
    return readonly_.contains(name);
  }
  bool has_usual_path(const ShellState& state);
  Value printed_by(const Source& source, ShellState state);

  // --- what is told: record.cpp
  Place place_of(Span span) const;
  std::string words_of(Span span) const;
  void add_act(Span span, Act act);
  void add_acts(Span span, std::vector<Act> acts);
  void add_service(const Place& place);
  void add_unknown(Span span, std::string reason);
  void lose(Span span, std::string because);
  // Root runs something here that may be anything.
  void add_untold(Span span, std::string because);
  // An account becomes root.
  void add_untold(Span span, Untold untold);
  bool may_elevate();
  void add_ran(const Place& place, std::vector<Field> argv);
  void judge_ran();
  void judge_written();
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
  std::map<std::string, const Source*, std::less<>> files_;  // by path
  std::set<std::string, std::less<>> readonly_;
  std::set<std::string, std::less<>> integers_;  // `declare -i`
  // What each may refer to; "" for what is not known.
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>>
      namerefs_;
  std::set<std::string, std::less<>> aliases_;
  std::set<std::string, std::less<>> shell_options_;  // of shopt
  // What `trap … EXIT` runs, and where it stands.
  struct AtExit {
    Context context;
    Value text;
  };
  std::vector<AtExit> at_exit_;
  ProcedureTable all_functions_;
  std::optional<bool> may_elevate_;  // once it was asked
  bool functions_exported_ = false;  // `export -f`: bash takes them along
  bool quiet_ = false;               // acts are not told
  // Where bash gives a command up in its middle, and goes on behind it.
  ShellState given_up_ = ShellState::dead();
  const shell::List* top_ = nullptr;
  std::vector<Ran> ran_;
  std::vector<Ran> files_run_;
  std::vector<Place> listed_run_;  // programs of folders that are listed
  std::vector<RootAct> accounts_wrote_;
  std::vector<HandOver> in_background_;
  std::vector<Loop*> loops_;
  std::vector<Call*> calls_;
  Context context_;
  std::set<std::tuple<std::size_t, std::uint32_t, int, std::string>> told_;
  std::map<std::pair<std::size_t, std::uint32_t>, const Source*> substitutions_;
  int restarts_ = 0;  // of the script by itself, as root
  std::size_t steps_ = 0;
  std::size_t parsed_ = 0;  // bytes
  int depth_ = 0;
  int splits_ = 0;
  int shells_ = 0;  // beside that of the script, one in the other
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

// `$FOLDER/server`: neither sudo nor a builtin, wherever it lies.
bool has_plain_name(std::string_view word);
// A variable by which a shell, or the linker, loads a file at its start.
bool starts_shells(std::string_view name);
bool anybody_may_have_put(std::string_view path);
bool any_names_elevation(const std::vector<Field>& argv);

Field to_field(const FieldValue& value);
std::vector<Field> to_fields(const std::vector<FieldValue>& values);

}  // namespace harden
