// Simple commands: assignments, functions, and programs with what they do.
#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/shell_word.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/programs.h"
#include "shell/shell_script.h"

namespace harden {

bool starts_shells(std::string_view name) {
  return is_one_of(name, {"BASH_ENV", "ENV", "LD_PRELOAD", "LD_AUDIT"});
}

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
  const auto name =
      splits_ < most_splits ? several_texts(words, state) : std::nullopt;
  if (!name) return simple_once(it, words, state, tail);
  ++splits_;
  ShellState after = ShellState::dead();
  const std::vector<std::string> options = state.variables.find(*name)->options;
  for (const std::string& each : options) {
    if (!going_on(it.span)) break;
    ShellState own = state;
    own.variables.set(*name, Value::of(each));
    simple(it, words, own, tail);
    merge_into(after, std::move(own));
  }
  --splits_;
  state = std::move(after);
}

void Follower::simple_once(const shell::Command& it, const shell::Simple& words,
                           ShellState& state, bool tail) {
  if (words.words.empty()) {
    redirections(it, state);
    return assign(words, state);
  }
  const shell::Word& first = words.words.front();
  const bool plain =
      first.literal() && first.parts.size() == 1 && !first.parts[0].quoted;
  const std::string_view name =
      plain ? std::string_view(first.parts[0].text) : std::string_view();
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
  fields.reserve(words.words.size());
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
namespace {

// Quotes mean nothing in a here-document, but for those in `$(…)` and the like.
std::string with_plain_quotes(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    std::size_t end = at + 1;
    if (text[at] == '"') {
      result += '\\';
    } else if (text[at] == '\\') {
      end = at + 2;
    } else if (text[at] == '$' && (next == '(' || next == '{')) {
      end = behind_bracket(text, at + 1);
    } else if (text[at] == '`') {
      end = text.find('`', at + 1) + 1;
      if (end == 0) end = text.size();
    }
    end = std::min(end, text.size());
    result += text.substr(at, end - at);
    at = end;
  }
  return result;
}

}  // namespace

void Follower::expand_heredoc(const shell::Redirection& it, ShellState& state) {
  const std::string text = words_of(it.heredoc);
  if (text.find_first_of("$`") == std::string::npos) return;
  // What stands in it is told at its opener: the text is not as in the file.
  Context context = context_;
  context.place = place_of(it.span).span;
  const Within within(*this, context);
  expander_.expanded_text(with_plain_quotes(text), state);
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
    if (fields.front().any_number && fields.size() > 1) {
      // It may be nothing.
      ShellState own = state;
      dispatch(it, {fields.begin() + 1, fields.end()}, own, false);
    }
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

}  // namespace harden
