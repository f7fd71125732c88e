// Simple commands: assignments, functions, and programs with what they do.
#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/programs.h"
#include "shell/parse_script.h"

namespace harden {
namespace {

constexpr std::size_t most_functions_deep = 30;
constexpr int deepest_script = 120;

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

void Follower::simple(const shell::Command& it, const shell::Simple& words,
                      ShellState& state, bool tail) {
  redirections(it, state);
  if (words.words.empty()) return assign(words, state);
  const shell::Word& first = words.words.front();
  if (first.literal() && first.parts.size() == 1 && !first.parts[0].quoted &&
      (first.parts[0].text == "[" || first.parts[0].text == "test")) {
    state.status = bracket_test(words, state);
    return;
  }
  std::vector<FieldValue> fields;
  for (const shell::Word& word : words.words) {
    expander_.add_fields(word, context_.source->text, state, fields);
  }
  if (fields.empty()) {
    state.status = true;
    return;
  }
  dispatch(it, std::move(fields), state, tail);
}

void Follower::assign(const shell::Simple& it, ShellState& state) {
  state.status = true;
  for (const shell::Assignment& assignment : it.assignments) {
    Value value = Value::unknown("$" + assignment.name);
    if (!assignment.is_array && !assignment.is_element) {
      value =
          expander_.value_of(assignment.value, context_.source->text, state);
    }
    if (assignment.append) value = Value::unknown("$" + assignment.name);
    state.variables.set(assignment.name, std::move(value));
  }
}

void Follower::redirections(const shell::Command& it, ShellState& state) {
  for (const shell::Redirection& redirection : it.redirections) {
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
  const Value& name = fields.front().value;
  if (name.known) {
    if (const auto found = functions_.find(name.text);
        found != functions_.end()) {
      return call(found->second, std::move(fields), state, tail);
    }
    if (builtin(it, fields, state, tail)) return;
  }
  external(it, fields, state, tail);
}

void Follower::call(const Procedure& procedure, std::vector<FieldValue> fields,
                    ShellState& state, bool tail) {
  if (calls_.size() >= most_functions_deep || depth_ > deepest_script) {
    // A function that calls itself: once around tells all.
    state.status.reset();
    return;
  }
  Call frame;
  frame.loops = loops_.size();
  calls_.push_back(&frame);
  fields.erase(fields.begin());
  auto outer = std::exchange(state.arguments, std::move(fields));
  Context context = context_;
  context.source = procedure.source;
  {
    const Within within(*this, context);
    list(procedure.function->body, state, tail);
  }
  calls_.pop_back();
  merge_into(state, std::move(frame.returned));
  state.arguments = std::move(outer);
}

// A script of the image: followed as a program of its own. False when it is
// not at hand.
bool Follower::called_script(const std::vector<FieldValue>& fields,
                             ShellState& state, bool tail) {
  const Value& name = fields.front().value;
  if (input_.files == nullptr || !name.known || depth_ > deepest_script) {
    return false;
  }
  std::size_t at = 0;
  if (may_be_shell(name.text)) {
    at = 1;
    if (fields.size() < 2 || fields[1].value.text.starts_with('-'))
      return false;
  }
  if (!fields[at].value.known) return false;
  const std::string& program = fields[at].value.text;
  const bool is_path = program.find('/') != std::string::npos || at == 1;
  if (!is_path && !program.ends_with(".sh") &&
      program.find("entrypoint") == std::string::npos) {
    return false;
  }
  auto file = input_.files->find(program);
  if (!file) return false;
  for (const ScriptFile& known : result_.files) {
    if (known.image_path == file->image_path) return false;
  }
  result_.files.push_back(*std::move(file));
  const Source& source =
      add_source(result_.files.size() - 1, 0, result_.files.back().text);
  Context context = context_;
  context.source = &source;
  context.called = context_.called || !tail;
  ShellState own = state;
  own.arguments.assign(fields.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                       fields.end());
  {
    const Within within(*this, context);
    auto functions = functions_;
    auto loops = std::exchange(loops_, {});
    auto calls = std::exchange(calls_, {});
    auto shell = std::exchange(surroundings_.shell,
                               at == 1 ? name.text : source.tree.interpreter);
    list(source.tree.commands, own, tail);
    functions_ = std::move(functions);
    loops_ = std::move(loops);
    calls_ = std::move(calls);
    surroundings_.shell = std::move(shell);
  }
  if (tail) {
    // It is the script's end, whatever became of it.
    state.live = own.live;
  }
  state.status.reset();
  return true;
}

void Follower::external(const shell::Command& it,
                        const std::vector<FieldValue>& fields,
                        ShellState& state, bool tail) {
  state.status.reset();
  const std::vector<Field> all = to_fields(fields);
  const std::size_t first = behind_wrappers(all);
  const std::vector<Field> argv(
      all.begin() + static_cast<std::ptrdiff_t>(first), all.end());
  if (argv.empty()) return;
  if (keeps_alive(argv)) {
    if (tail) keep_alive(it, fields, state);
    return;
  }
  if (const auto step_down = step_down_call(argv)) {
    if (step_down->command >= argv.size() && !step_down->login) return;
    if (tail) return hand_over(it, HandOver::Form::last, fields, state);
    if (!step_down->to_root) return;
  } else if (called_script({fields.begin() + static_cast<std::ptrdiff_t>(first),
                            fields.end()},
                           state, tail)) {
    return;
  } else if (behind_this_script(argv) && tail) {
    return hand_over(it, HandOver::Form::last, fields, state);
  }
  run_program(it, fields, argv, state, tail);
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
  if (unknown || meaning.application) result_.ran.push_back(place_of(it.span));
  add_acts(it.span, meaning.acts);
}

}  // namespace harden
