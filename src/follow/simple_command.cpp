// Simple commands: assignments, functions, and programs with what they do.
#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/programs.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

constexpr std::size_t most_functions_deep = 30;

bool is_file_descriptor(std::string_view word) {
  return !word.empty() &&
         (word == "-" || std::all_of(word.begin(), word.end(), [](char c) {
            return c >= '0' && c <= '9';
          }));
}

bool writes(const shell::Redirection& it, std::string_view target) {
  if (it.op.find('>') == std::string::npos) return false;
  return !it.op.ends_with('&') || !is_file_descriptor(target);
}

}  // namespace

Field to_field(const FieldValue& value) {
  return {value.value.text, value.value.known, value.any_number, value.span};
}

std::vector<Field> to_fields(const std::vector<FieldValue>& values) {
  std::vector<Field> result;
  result.reserve(values.size());
  for (const FieldValue& it : values) result.push_back(to_field(it));
  return result;
}

namespace {

// Of so many words at the beginning: what is started, and as whom.
constexpr std::size_t words_to_split = 4;
constexpr int most_splits = 3;

bool is_plain_name(const shell::WordPart& part) {
  return (part.kind == shell::WordPart::Kind::variable ||
          part.kind == shell::WordPart::Kind::parameter) &&
         is_variable_name(part.text);
}

}  // namespace

// The variable among the first words that is one of a few texts.
std::optional<std::string> Follower::several_texts(
    const shell::Simple& words, const ShellState& state) const {
  const std::size_t count = std::min(words.words.size(), words_to_split);
  for (std::size_t i = 0; i < count; ++i) {
    for (const shell::WordPart& part : words.words[i].parts) {
      if (!is_plain_name(part)) continue;
      const Value* value = state.variables.find(part.text);
      if (value != nullptr && !value->options.empty()) return part.text;
    }
  }
  return std::nullopt;
}

// `$prefix server`: each of the texts is followed by itself.
void Follower::simple(const shell::Command& it, const shell::Simple& words,
                      ShellState& state, bool tail) {
  const auto name = splits_ < most_splits ? several_texts(words, state)
                                          : std::nullopt;
  if (!name) return simple_once(it, words, state, tail);
  ++splits_;
  ShellState after = ShellState::dead();
  const std::vector<std::string> options = state.variables.find(*name)->options;
  for (const std::string& each : options) {
    ShellState own = state;
    own.variables.set(*name, Value::of(each));
    simple(it, words, own, tail);
    merge_into(after, std::move(own));
  }
  --splits_;
  state = std::move(after);
}

void Follower::simple_once(const shell::Command& it,
                           const shell::Simple& words, ShellState& state,
                           bool tail) {
  if (words.words.empty()) {
    redirections(it, state);
    return assign(words, state);
  }
  const shell::Word& first = words.words.front();
  const bool plain =
      first.literal() && first.parts.size() == 1 && !first.parts[0].quoted;
  const std::string name = plain ? first.parts[0].text : std::string();
  if (plain && aliases_.contains(name)) {
    add_untold(it.span, "is an alias, which is not followed");
    return state.forget_all();
  }
  const bool is_function = plain && state.functions.find(name) != nullptr;
  if ((name == "[" || name == "test") && !is_function) {
    for (const shell::Assignment& each : words.assignments) {
      expander_.value_of(each.value, context_.source->text, state);
    }
    state.status = bracket_test(words, state);
    return redirections(it, state);
  }
  if (plain && !is_function && declaration(words, state)) {
    // Of `n=1 export x` some shells keep the first, too.
    for (const shell::Assignment& each : words.assignments) {
      assign_one(each, state);
      state.variables.set(each.name, Value::unknown("$" + each.name));
    }
    return redirections(it, state);
  }
  std::vector<FieldValue> fields;
  for (const shell::Word& word : words.words) {
    expander_.add_fields(word, context_.source->text, state, fields);
  }
  redirections(it, state);
  if (fields.empty()) {
    // `$(command)` that prints nothing gives its status.
    state.status.reset();
    return assign(words, state);
  }
  run_words(it, std::move(fields), words, state, tail);
}

namespace {

bool is_special(std::string_view name) {
  return is_one_of(
      name, {".", ":", "break", "continue", "eval", "exec", "exit", "export",
             "readonly", "return", "set", "shift", "times", "trap", "unset"});
}

bool starts_shells(std::string_view name) {
  return is_one_of(name, {"BASH_ENV", "ENV", "LD_PRELOAD", "LD_AUDIT"});
}

}  // namespace

// `NAME=VALUE command`: the variable is there while it runs; behind it only
// some shells still have it.
void Follower::run_words(const shell::Command& it,
                         std::vector<FieldValue> fields,
                         const shell::Simple& words, ShellState& state,
                         bool tail) {
  if (words.assignments.empty()) {
    return dispatch(it, std::move(fields), state, tail);
  }
  const ShellVariables before = state.variables;
  for (const shell::Assignment& each : words.assignments) {
    assign_one(each, state);
    if (starts_shells(each.name)) {
      add_untold(it.span, "makes what it starts load a file");
    }
  }
  const ShellVariables during = state.variables;
  const std::string name = fields.front().value.text;
  const bool stays = !surroundings_.is_bash() &&
                     (!fields.front().value.known || is_special(name) ||
                      state.functions.find(name) != nullptr);
  dispatch(it, std::move(fields), state, tail);
  for (const shell::Assignment& each : words.assignments) {
    const Value* then = during.find(each.name);
    const Value* now = state.variables.find(each.name);
    const bool same = then != nullptr && now != nullptr && *then == *now;
    if (same && !stays) {
      state.variables.restore(each.name, before.find(each.name));
    } else {
      state.variables.set(each.name, Value::unknown("$" + each.name));
    }
  }
}

// For what its `$(…)` and `${…=…}` do.
void Follower::expand_heredoc(const shell::Redirection& it, ShellState& state) {
  std::string text = words_of(it.heredoc);
  if (text.find_first_of("$`") == std::string::npos) return;
  // Quotes mean nothing here.
  std::replace(text.begin(), text.end(), '"', '\'');
  expander_.expanded_text(text, state);
}

void Follower::redirections(const shell::Command& it, ShellState& state) {
  for (const shell::Redirection& redirection : it.redirections) {
    if (redirection.heredoc_expands) expand_heredoc(redirection, state);
    std::vector<FieldValue> target;
    expander_.add_fields(redirection.target, context_.source->text, state,
                         target);
    if (target.size() != 1 || !writes(redirection, target.front().value.text)) {
      continue;
    }
    add_acts(it.span, write_to(to_field(target.front()), state.folder));
  }
}

void Follower::dispatch(const shell::Command& it,
                        std::vector<FieldValue> fields, ShellState& state,
                        bool tail) {
  bool functions = true;
  // `command exec gosu …`; `command -v` only asks.
  while (fields.size() > 1 && fields.front().value.known &&
         is_one_of(fields.front().value.text, {"command", "builtin"}) &&
         state.functions.find(fields.front().value.text) == nullptr) {
    std::size_t at = 1;
    while (at + 1 < fields.size() &&
           is_one_of(fields[at].value.text, {"-p", "--"})) {
      ++at;
    }
    if (fields[at].value.text.starts_with('-')) break;
    fields.erase(fields.begin(),
                 fields.begin() + static_cast<std::ptrdiff_t>(at));
    functions = false;
  }
  const Value& name = fields.front().value;
  if (!name.known && !tail) {
    // A builtin, a function, or a program.
    may_run_any(it, name, state);
    if (!has_plain_name(name.text)) state.forget_all();
  } else if (functions && name.known) {
    const Procedures* found = state.functions.find(name.text);
    if (found != nullptr) {
      const Procedures procedures = *found;
      return call_one_of(it, procedures, std::move(fields), state, tail);
    }
    if (state.any_function && all_functions_.find(name.text) != nullptr) {
      // It is none any more, unless the file that was read in has one.
      add_untold(it.span, "may be a function of a file that is not at hand");
      state.forget_all();
    }
  }
  dispatch_program(it, std::move(fields), state, tail);
}

void Follower::dispatch_program(const shell::Command& it,
                                std::vector<FieldValue> fields,
                                ShellState& state, bool tail) {
  if (fields.front().value.known && builtin(it, fields, state, tail)) return;
  external(it, fields, state, tail);
}

// Every function that the name may stand for, and what it is without one. In
// sh the special builtins come first, in bash functions do.
void Follower::call_one_of(const shell::Command& it,
                           const Procedures& procedures,
                           std::vector<FieldValue> fields, ShellState& state,
                           bool tail) {
  const bool or_builtin =
      is_special(fields.front().value.text) && !surroundings_.is_bash();
  ShellState after = ShellState::dead();
  if (procedures.maybe_other) {
    add_untold(it.span, "may be a function of a file that is not at hand");
    after = state;
    after.forget_all();
  }
  for (const Procedure& each : procedures.all) {
    ShellState taken = state;
    call(each, fields, taken, tail);
    merge_into(after, std::move(taken));
  }
  if (procedures.maybe_none || or_builtin) {
    dispatch_program(it, std::move(fields), state, tail);
    merge_into(state, std::move(after));
  } else {
    state = std::move(after);
  }
}

void Follower::call(const Procedure& procedure, std::vector<FieldValue> fields,
                    ShellState& state, bool tail) {
  if (calls_.size() >= most_functions_deep || depth_ > deepest_call) {
    // A function that calls itself: what it has done by then is not known.
    return state.forget_all();
  }
  Call frame;
  frame.loops = loops_.size();
  calls_.push_back(&frame);
  fields.erase(fields.begin());
  auto outer = std::exchange(state.arguments, std::move(fields));
  auto locals = std::exchange(state.locals, {});
  Context context = context_;
  context.source = procedure.source;
  {
    const Within within(*this, context);
    list(procedure.function->body, state, tail);
  }
  calls_.pop_back();
  merge_into(state, std::move(frame.returned));
  restore_locals(frame, state);
  state.arguments = std::move(outer);
  state.locals = std::move(locals);
}

namespace {

// `env BASH_ENV=FILE program`
bool starts_shells_before(const std::vector<Field>& words, std::size_t end) {
  return std::any_of(
      words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end),
      [](const Field& it) {
        const std::size_t equals = it.value.find('=');
        return equals != std::string::npos &&
               starts_shells(std::string_view(it.value).substr(0, equals));
      });
}

// Whoever starts these files gets more than he had: `chmod u+s`, `setcap`.
bool gives_privilege(const std::vector<Field>& argv) {
  const std::string_view name = base_name(argv.front().value);
  if (name == "setcap") return true;
  if (name != "chmod") return false;
  return std::any_of(argv.begin() + 1, argv.end(), [](const Field& it) {
    const std::string& mode = it.value;
    const std::size_t digits = mode.find_first_not_of("01234567");
    if (digits == std::string::npos) {
      return mode.size() > 3 && (mode[mode.size() - 4] - '0') / 4 % 2 != 0;
    }
    return mode.find_first_not_of("ugoarwxXst+=,-") == std::string::npos &&
           mode.find('s') != std::string::npos && !mode.starts_with("--");
  });
}

// `useradd -o -u 0 app`, and usermod and adduser alike.
bool makes_root(const std::vector<Field>& argv) {
  if (!is_one_of(base_name(argv.front().value),
                 {"useradd", "usermod", "adduser"})) {
    return false;
  }
  for (std::size_t i = 1; i < argv.size(); ++i) {
    const std::string& word = argv[i].value;
    std::string_view uid;
    if (is_one_of(word, {"-u", "--uid", "-ou"}) && i + 1 < argv.size()) {
      uid = argv[i + 1].value;
    } else if (word.starts_with("-u") || word.starts_with("--uid=")) {
      uid = std::string_view(word).substr(word[1] == 'u' ? 2 : 6);
    }
    if (!uid.empty() && uid.find_first_not_of('0') == uid.npos) return true;
  }
  return false;
}

}  // namespace

void Follower::external(const shell::Command& it,
                        const std::vector<FieldValue>& fields,
                        ShellState& state, bool tail) {
  state.status.reset();
  const std::vector<Field> all = to_fields(fields);
  const std::size_t first = behind_wrappers(all);
  const std::vector<Field> argv(
      all.begin() + static_cast<std::ptrdiff_t>(first), all.end());
  if (starts_shells_before(all, first)) {
    add_untold(it.span, "makes what it starts load a file");
  }
  if (argv.empty()) return;
  const std::vector<FieldValue> inner(
      fields.begin() + static_cast<std::ptrdiff_t>(first), fields.end());
  if (keeps_alive(argv)) {
    if (tail) keep_alive(it, fields, state);
    return;
  }
  if (const auto step_down = step_down_call(argv)) {
    if (step_down->command >= argv.size() && !step_down->login) return;
    if (tail) return hand_over(it, HandOver::Form::last, fields, state);
    return helper_as(it, *step_down, inner, state);
  }
  if (argv.front().known) files_run_.push_back({place_of(it.span), argv});
  if (argv.front().known && anybody_may_have_put(argv.front().value)) {
    add_untold(it.span, "runs a file from where anybody may write");
  }
  if (called_script(inner, state, tail)) return;
  if (tail && (behind_this_script(argv) || may_be_shell(argv.front().value))) {
    return hand_over(it, HandOver::Form::last, fields, state);
  }
  if (shell_call(it, inner, state, tail)) return;
  if (makes_root(argv)) {
    add_untold(it.span, "gives an account the uid 0");
  }
  if (gives_privilege(argv)) ran_.push_back({place_of(it.span), argv});
  repeated(it, inner, state);
  run_program(it, fields, argv, state, tail);
}

// `gosu app migrate`, and then the script goes on.
void Follower::helper_as(const shell::Command& it, const StepDownCall& call,
                         const std::vector<FieldValue>& fields,
                         ShellState& state) {
  HandOver helper;
  helper.form = HandOver::Form::last;
  helper.place = place_of(it.span);
  helper.program = place_of(fields.front().span).span;
  helper.in_subshell = true;
  set_program(helper, to_fields(fields), state);
  const bool is_function = state.any_function && fields.front().value.text.find(
                                                     '/') == std::string::npos;
  if (any_names_elevation(helper.argv)) {
    add_untold(it.span, "makes the account root again");
  }
  if (helper.as == HandOver::As::account && is_function) {
    // It may have been read in.
    return add_ran(helper.place, helper.argv);
  }
  if (helper.as == HandOver::As::account) {
    follow_account(it, helper, state);
    if (context_.in_background) in_background_.push_back(std::move(helper));
    return;
  }
  if (helper.as == HandOver::As::unknown || call.command >= fields.size()) {
    return add_ran(helper.place, helper.argv);
  }
  const std::vector<FieldValue> command(
      fields.begin() + static_cast<std::ptrdiff_t>(call.command), fields.end());
  if (!call.shell_line) return external(it, command, state, false);
  shell_line(it, {"sh", call.login}, command.front().value,
             {command.begin() + 1, command.end()}, state, false);
}

void Follower::run_program(const shell::Command& it,
                           const std::vector<FieldValue>& fields,
                           const std::vector<Field>& argv, ShellState& state,
                           bool tail) {
  const Meaning meaning = meaning_of(argv, state.folder);
  const bool unknown = std::any_of(
      meaning.acts.begin(), meaning.acts.end(),
      [](const Act& act) { return act.kind == Act::Kind::unknown; });
  const bool service = std::any_of(
      meaning.acts.begin(), meaning.acts.end(),
      [](const Act& act) { return act.kind == Act::Kind::service; });
  const std::string_view name = base_name(argv.front().value);
  const bool manages = name == "service" || name == "systemctl" ||
                       argv.front().value.starts_with("/etc/init.d/");
  if (tail && !meaning.tool &&
      (unknown || meaning.application || (service && !manages))) {
    return hand_over(it, HandOver::Form::last, fields, state);
  }
  if (service || (context_.in_background && (unknown || meaning.application))) {
    add_service(place_of(it.span));
  }
  if (unknown || meaning.application) add_ran(place_of(it.span), argv);
  add_acts(it.span, meaning.acts);
}

}  // namespace harden
