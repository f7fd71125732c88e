// The shell's own commands, as far as they change where the script goes.
#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text/one_of.h"
#include "base/text/paths.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/lists/programs.h"
#include "shell/parse_script.h"

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
  const std::string name = fields.front().value.text;
  if (name == "exec") {
    execute(it, std::move(fields), state);
  } else if (name == "eval") {
    evaluate(it, fields, state, tail);
  } else if (name == "." || name == "source") {
    read_in(it, fields, state, tail);
  } else if (name == "[" || name == "test") {
    state.status.reset();
  } else if (name == "trap") {
    state.traps = true;
    state.status = true;
  } else if (name == "wait") {
    if (tail) state.live = false;
    state.status.reset();
  } else {
    return leaves(fields, state) || changes_variables(fields, state);
  }
  return true;
}

// `exit`, `return`, `break`, `continue`, and what always answers the same.
bool Follower::leaves(const std::vector<FieldValue>& fields,
                      ShellState& state) {
  const std::string& name = fields.front().value.text;
  if (is_one_of(name, {"true", ":", "false"})) {
    state.status = name != "false";
    return true;
  }
  if (!is_one_of(name, {"exit", "return", "break", "continue"})) return false;
  if (fields.size() > 1) {
    const Value& code = fields[1].value;
    state.status =
        code.certain() ? Answer(code.text == "0") : Answer(std::nullopt);
  }
  ShellState here = std::exchange(state, ShellState::dead());
  if (name == "return" && !calls_.empty()) {
    merge_into(calls_.back()->returned, std::move(here));
  } else if ((name == "break" || name == "continue") && !loops_.empty()) {
    Loop& loop = *loops_.back();
    merge_into(name == "break" ? loop.left : loop.continued, std::move(here));
  }
  return true;
}

bool Follower::changes_variables(const std::vector<FieldValue>& fields,
                                 ShellState& state) {
  const std::string& name = fields.front().value.text;
  if (name == "set") {
    set_options(fields, state);
  } else if (name == "shift") {
    shift(fields, state);
  } else if (name == "cd") {
    change_folder(fields, state);
  } else if (is_one_of(name,
                       {"export", "local", "declare", "typeset", "readonly"})) {
    declare(fields, state);
  } else if (is_one_of(name, {"unset", "read", "mapfile", "readarray",
                              "getopts", "let"})) {
    for (std::size_t i = behind_flags(fields); i < fields.size(); ++i) {
      const std::string& variable = fields[i].value.text;
      state.variables.set(variable, name == "unset"
                                        ? Value::of("")
                                        : Value::unknown("$" + variable));
    }
    state.status = name == "unset" ? Answer(true) : Answer(std::nullopt);
  } else {
    return false;
  }
  return true;
}

// `set -- a b`: the positional parameters.
void Follower::set_options(const std::vector<FieldValue>& fields,
                           ShellState& state) {
  state.status = true;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const Value& word = fields[i].value;
    const bool ends = word.known && word.text == "--";
    if (word.known && !ends && !word.text.empty() &&
        (word.text[0] == '-' || word.text[0] == '+')) {
      if (word.text.ends_with('o')) ++i;  // `-o pipefail`
      continue;
    }
    state.arguments.assign(
        fields.begin() + static_cast<std::ptrdiff_t>(i) + (ends ? 1 : 0),
        fields.end());
    return;
  }
}

void Follower::shift(const std::vector<FieldValue>& fields, ShellState& state) {
  std::size_t count = 1;
  state.status = true;
  if (fields.size() > 1) {
    const std::string& text = fields[1].value.text;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || !fields[1].value.certain()) {
      state.arguments = {{Value::unknown("$@"), true, {}}};
      return;
    }
  }
  auto& arguments = state.arguments;
  for (; count > 0 && !arguments.empty(); --count) {
    if (arguments.front().any_number) return;
    arguments.erase(arguments.begin());
  }
  if (count > 0) state.status = false;
}

void Follower::declare(const std::vector<FieldValue>& fields,
                       ShellState& state) {
  state.status = true;
  for (std::size_t i = behind_flags(fields); i < fields.size(); ++i) {
    const Value& word = fields[i].value;
    const std::size_t equals = word.text.find('=');
    if (equals == std::string::npos || equals == 0) continue;
    Value value{word.text.substr(equals + 1), word.known, word.soft};
    if (!value.known) value = Value::unknown("$" + word.text.substr(0, equals));
    state.variables.set(word.text.substr(0, equals), std::move(value));
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
    if (!fields[i].value.known || fields[i].value.soft) {
      if (tail) {
        lose(it.span, "`eval` starts what the script does not tell");
        state.live = false;
      } else {
        add_unknown(it.span, "runs what the script does not tell");
      }
      state.status.reset();
      return;
    }
    line += fields[i].value.text + " ";
  }
  Source& source = add_source(context_.source->file, 0, line);
  source.place = place_of(it.span).span;
  Context context = context_;
  context.source = &source;
  const Within within(*this, context);
  if (going_on(it.span)) list(source.tree.commands, state, tail);
}

void Follower::read_in(const shell::Command& it,
                       const std::vector<FieldValue>& fields, ShellState& state,
                       bool tail) {
  state.status.reset();
  if (fields.size() < 2) return;
  const FieldValue& path = fields[1];
  const std::string& name = path.value.text;
  if (lists::variable_scripts.contains(name.substr(name.rfind('/') + 1))) {
    return;
  }
  auto file = input_.files == nullptr || !path.value.known
                  ? std::nullopt
                  : input_.files->find(path.value.text);
  if (!file) {
    add_unknown(it.span, "is not at hand, so nobody knows what it does");
    return;
  }
  for (const ScriptFile& known : result_.files) {
    if (known.image_path == file->image_path) return;
  }
  result_.files.push_back(*std::move(file));
  const Source& source =
      add_source(result_.files.size() - 1, 0, result_.files.back().text);
  Context context = context_;
  context.source = &source;
  Call frame;  // `return` ends the file
  frame.loops = loops_.size();
  calls_.push_back(&frame);
  {
    const Within within(*this, context);
    list(source.tree.commands, state, tail);
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
  if (keeps_alive(argv)) return keep_alive(it, fields, state);
  hand_over(it, HandOver::Form::exec, std::move(fields), state);
}

}  // namespace harden
