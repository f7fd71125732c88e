// The shell's own commands, as far as they change where the script goes.
#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/lists/programs.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

// `-flag` words behind the name.
std::size_t behind_flags(const std::vector<FieldValue>& fields) {
  std::size_t at = 1;
  while (at < fields.size() && fields[at].value.known &&
         fields[at].value.text.size() > 1 && fields[at].value.text[0] == '-') {
    if (fields[at++].value.text == "--") break;
  }
  return at;
}

}  // namespace

bool Follower::builtin(const shell::Command& it,
                       std::vector<FieldValue>& fields, ShellState& state,
                       bool tail) {
  const std::string_view name = fields.front().value.text;
  if (name == "exec") {
    execute(it, std::move(fields), state);
  } else if (name == "eval") {
    evaluate(it, fields, state, tail);
  } else if (name == "." || name == "source") {
    const ShellState before = state;
    read_in(it, fields, state, tail);
    // dash has no `source`.
    if (name == "source" && !surroundings_.is_bash()) {
      merge_into(state, before);
      state.status.reset();
    }
  } else if (name == "[" || name == "test") {
    state.status.reset();
  } else if (name == "trap") {
    trap(it, fields, state);
  } else if (name == "read") {
    read_into(fields, state);
    read_text(it, fields, state);
  } else if (name == "wait") {
    state.status.reset();
    if (tail) state.live = false;
  } else {
    return leaves(fields, state) || changes_variables(fields, state) ||
           changes_shell(it, fields, state);
  }
  return true;
}

namespace {

// Of bash: completions, its history, and jobs.
bool runs_what_it_is_told(const std::vector<FieldValue>& fields) {
  const std::string_view name = fields.front().value.text;
  return is_one_of(name, {"compgen", "complete", "compopt", "fc", "history",
                          "bind"}) ||
         (name == "jobs" && fields.size() > 1);
}

}  // namespace

// What changes how the rest of the script is read.
bool Follower::changes_shell(const shell::Command& it,
                             const std::vector<FieldValue>& fields,
                             ShellState& state) {
  const std::string_view name = fields.front().value.text;
  if (name == "alias") {
    for (std::size_t i = 1; i < fields.size(); ++i) {
      const std::string& word = fields[i].value.text;
      if (!fields[i].value.known && word.find('=') == std::string::npos) {
        add_untold(it.span, "makes an alias that the script does not tell");
      }
      aliases_.insert(word.substr(0, word.find('=')));
    }
  } else if (name == "shopt") {
    for (std::size_t i = 1; i < fields.size(); ++i) {
      set_option(fields[i].value);
      shell_options_.insert(fields[i].value.text);
    }
  } else if ((name == "hash" || name == "enable") && fields.size() > 1) {
    if (fields[1].value.text.find_first_of("pf") != std::string::npos) {
      add_untold(it.span, "changes what a name stands for");
    }
  } else if (is_one_of(name, {"pushd", "popd"})) {
    state.folder.reset();
  } else if (runs_what_it_is_told(fields)) {
    add_untold(it.span, "runs commands in a way that is not followed");
    state.forget_all();
  } else if (name == "coproc" && fields.size() > 1) {
    Context context = context_;
    context.in_subshell = context.in_background = true;
    const Within within(*this, context);
    ShellState own = state;
    dispatch(it, {fields.begin() + 1, fields.end()}, own, false);
  } else {
    return false;
  }
  state.status.reset();
  return true;
}

namespace {

// Shells differ in what they make of more than a byte, and of what is no
// number.
Answer status_of(const Value& code) {
  const std::string& text = code.text;
  if (!code.certain() || text.empty() || text.size() > 3 ||
      !std::ranges::all_of(text, is_digit) || std::stoi(text) > 255) {
    return std::nullopt;
  }
  return std::stoi(text) == 0;
}

}  // namespace

// `exit`, `return`, `break`, `continue`, and what always answers the same.
bool Follower::leaves(const std::vector<FieldValue>& fields,
                      ShellState& state) {
  const std::string_view name = fields.front().value.text;
  if (is_one_of(name, {"true", ":", "false"})) {
    state.status = name != "false";
    return true;
  }
  if (!is_one_of(name, {"exit", "return", "break", "continue"})) return false;
  if (fields.size() > 1) {
    state.status = status_of(fields[1].value);
  }
  ShellState here = std::exchange(state, ShellState::dead());
  if (name == "exit") return true;
  if (name == "return") {
    if (!calls_.empty())
      merge_into(calls_.back()->returned, std::move(here));
    else
      state = std::move(here);
  } else if (loops_.empty()) {
    state = std::move(here);
  } else {
    leave_loops(name == "break", fields, here);
  }
  return true;
}

// `break 2` leaves two; what nobody knows may be any number of them.
void Follower::leave_loops(bool for_good, const std::vector<FieldValue>& fields,
                           const ShellState& here) {
  std::optional<std::size_t> count = 1;
  if (fields.size() > 1) {
    const Value& word = fields[1].value;
    count = word.certain() && word.text.size() == 1 && word.text[0] > '0' &&
                    word.text[0] <= '9'
                ? std::optional<std::size_t>(word.text[0] - '0')
                : std::nullopt;
  }
  for (std::size_t i = 0; i < loops_.size(); ++i) {
    if (count && i + 1 != std::min(*count, loops_.size())) continue;
    Loop& loop = *loops_[loops_.size() - 1 - i];
    merge_into(for_good ? loop.left : loop.continued, here);
  }
}

bool Follower::changes_variables(const std::vector<FieldValue>& fields,
                                 ShellState& state) {
  const std::string_view name = fields.front().value.text;
  if (name == "set") {
    set_options(fields, state);
  } else if (name == "shift") {
    shift(fields, state);
  } else if (name == "cd") {
    change_folder(fields, state);
  } else if (name == "unset") {
    unset(fields, state);
  } else if (name == "printf") {
    print_into(fields, state);
    return false;
  } else if (name == "let") {
    let(fields, state);
  } else if (is_one_of(name, {"mapfile", "readarray", "getopts"})) {
    read_into(fields, state);
  } else if (is_one_of(name,
                       {"export", "local", "declare", "typeset", "readonly"})) {
    // Not as the first word of the line: `$x a=b`.
    state.variables.forget();
    state.status.reset();
  } else {
    return false;
  }
  return true;
}

// `set -- "$@" "$@"` has twice as many.
constexpr std::size_t most_arguments = 1000;

// In POSIX mode bash is as different from itself as sh may be.
void Follower::set_option(const Value& name) {
  if (!name.known || name.text == "posix") surroundings_.shell = "sh";
}

// `set -- a b`: the positional parameters.
void Follower::set_options(const std::vector<FieldValue>& fields,
                           ShellState& state) {
  state.status = true;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const Value& word = fields[i].value;
    if (fields[i].any_number || !word.known) {
      // Options, arguments, or `--`.
      state.status.reset();
      return state.forget_arguments();
    }
    const bool ends = word.text == "--" || word.text == "-";
    if (!ends && word.text.size() > 1 &&
        (word.text[0] == '-' || word.text[0] == '+')) {
      // `-o pipefail`
      const auto names = std::ranges::count(word.text, 'o');
      for (std::ptrdiff_t left = names; left > 0; --left) {
        if (++i < fields.size()) set_option(fields[i].value);
      }
      continue;
    }
    // A lone `-` keeps them when nothing follows.
    if (word.text == "-" && i + 1 == fields.size()) return;
    state.arguments.assign(
        fields.begin() + static_cast<std::ptrdiff_t>(i) + (ends ? 1 : 0),
        fields.end());
    if (state.arguments.size() > most_arguments) state.forget_arguments();
    return;
  }
}

// What is beyond the number of arguments is an error: bash and busybox leave
// them as they are, dash ends.
void Follower::shift(const std::vector<FieldValue>& fields, ShellState& state) {
  std::size_t count = 1;
  state.status = true;
  if (fields.size() > 1) {
    const std::string& text = fields[1].value.text;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() ||
        !fields[1].value.certain()) {
      state.status.reset();
      return state.forget_arguments();
    }
  }
  auto& arguments = state.arguments;
  const auto open =
      std::find_if(arguments.begin(), arguments.end(),
                   [](const FieldValue& it) { return it.any_number; });
  const auto sure = static_cast<std::size_t>(open - arguments.begin());
  if (count <= sure) {
    arguments.erase(arguments.begin(),
                    arguments.begin() + static_cast<std::ptrdiff_t>(count));
  } else if (open == arguments.end()) {
    state.status = false;
  } else {
    state.status.reset();
    state.forget_arguments();
  }
}

void Follower::change_folder(const std::vector<FieldValue>& fields,
                             ShellState& state) {
  state.status.reset();
  const std::size_t at = behind_flags(fields);
  if (at >= fields.size() || !fields[at].value.known || fields[at].any_number) {
    state.folder.reset();
    return;
  }
  const std::string& path = fields[at].value.text;
  if (!path.starts_with('/') && !state.folder) return;
  state.folder = absolute_path(state.folder.value_or("/"), path);
}

void Follower::evaluate(const shell::Command& it,
                        const std::vector<FieldValue>& fields,
                        ShellState& state, bool tail) {
  std::string line;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    if (!fields[i].value.certain() || fields[i].any_number) {
      if (tail && i >= 2 && fields[1].value.text == "exec") {
        add_untold(it.span, "runs what the script does not tell");
        return hand_over(it, HandOver::Form::exec,
                         {fields.begin() + 2, fields.end()}, state);
      }
      if (tail) {
        lose(it.span, "`eval` starts what the script does not tell");
        state.live = false;
        return;
      }
      add_unknown(it.span, "runs what the script does not tell");
      add_untold(it.span, "runs what the script does not tell");
      return state.forget_all();
    }
    line += fields[i].value.text + " ";
  }
  state.status = true;
  follow_here(it, line, state, tail);
}

void Follower::read_in(const shell::Command& it,
                       const std::vector<FieldValue>& fields, ShellState& state,
                       bool tail) {
  state.status.reset();
  if (fields.size() < 2) return;
  const FieldValue& path = fields[1];
  const std::string& name = path.value.text;
  const bool only_variables =
      lists::variable_scripts.contains(name.substr(name.rfind('/') + 1));
  auto file = input_.files == nullptr || !path.value.known
                  ? std::nullopt
                  : input_.files->find(path.value.text);
  if (!file || depth_ > deepest_call) {
    if (only_variables) return state.variables.forget();
    if (is_users(path.value, state)) {
      return add_unknown(it.span,
                         "is not at hand, so nobody knows what it does");
    }
    state.forget_all();
    state.any_function = true;
    // Hooks, which somebody puts into a folder for this script, know it.
    if (path.value.origin != Value::Origin::files) state.functions.doubt();
    files_run_.push_back({place_of(it.span), {to_field(path)}});
    if (anybody_may_have_put(name) || name.starts_with("<(")) {
      add_untold(it.span, "reads in a file from where anybody may write");
    }
    add_unknown(it.span, "is not at hand, so nobody knows what it does");
    if (tail) add_untold(it.span, "ends with a file that is not at hand");
    return;
  }
  Context context = context_;
  context.source = &file_source(*std::move(file));
  context.place.reset();
  Call frame;  // `return` ends the file
  frame.loops = loops_.size();
  frame.is_function = false;
  calls_.push_back(&frame);
  // Some shells hand arguments over.
  if (fields.size() > 2) state.forget_arguments();
  {
    const Within within(*this, context);
    list(context.source->tree.commands, state, tail);
  }
  calls_.pop_back();
  merge_into(state, std::move(frame.returned));
}

// `exec PROGRAM …`; without one only redirections are meant.
void Follower::execute(const shell::Command& it, std::vector<FieldValue> fields,
                       ShellState& state) {
  std::size_t at = 1;
  while (at < fields.size() && fields[at].value.known &&
         fields[at].value.text.size() > 1 && fields[at].value.text[0] == '-') {
    const std::string& flag = fields[at++].value.text;
    if (flag == "--") break;
    if (flag.ends_with('a')) ++at;  // `-a NAME`
  }
  if (at >= fields.size()) {
    state.status = true;
    return;
  }
  fields.erase(fields.begin(),
               fields.begin() + static_cast<std::ptrdiff_t>(at));
  const auto argv = to_fields(fields);
  const ShellState before = state;
  if (keeps_alive(argv)) {
    keep_alive(it, fields, state);
  } else {
    hand_over(it, HandOver::Form::exec, std::move(fields), state);
  }
  if (shell_options_.contains("execfail")) merge_into(state, before);
}

}  // namespace harden
