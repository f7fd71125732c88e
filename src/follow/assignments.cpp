// What sets variables: assignments, `export` and its kind, `read`, `let` …
#include <algorithm>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "follow/arithmetic.h"
#include "follow/follower.h"

namespace harden {
namespace {

using shell::Word;
using shell::WordPart;

bool has_substitution(const Word& word) {
  return std::ranges::any_of(word.parts, [](const WordPart& it) {
    return it.kind == WordPart::Kind::command ||
           it.text.find("$(") != std::string::npos ||
           it.text.find('`') != std::string::npos;
  });
}

// In which folders programs are looked for: one where anybody may write?
bool has_open_folder(std::string_view path) {
  return path.find("/tmp") != path.npos || path.find("/shm") != path.npos;
}

}  // namespace

void Follower::set_variable(std::string_view name, Value value,
                            ShellState& state) {
  if (const auto refers = namerefs_.find(name); refers != namerefs_.end()) {
    // It sets the variable that the other one names, if it is one here.
    if (refers->second.contains("")) return state.variables.forget();
    for (const std::string& each : refers->second) {
      state.variables.pin_unknown(each);
    }
    return;
  }
  work_out_integer(name, value, state);
  value.unset = false;
  if (readonly_.contains(name)) {
    expander_.may_fail();
    value = Value::unknown();
  }
  if (name == "PATH" && has_open_folder(value.text)) {
    add_untold(context_.command, "looks for programs where anybody may write");
  }
  if (is_one_of(name, {"BASH_ENV", "ENV"})) {
    add_untold(context_.command, "makes shells run a file at their start");
  }
  const bool runs = value.text.find_first_of("(`") != std::string::npos;
  if (is_one_of(name, {"PS4", "PROMPT_COMMAND"}) && runs) {
    add_untold(context_.command, "makes the shell run it before each command");
  }
  state.variables.set(name, std::move(value));
}

// `declare -i n=x`, `n=x`: the text is an expression, which may assign others,
// or be none: then the shell leaves the command.
void Follower::work_out_integer(std::string_view name, const Value& value,
                                ShellState& state) {
  if (!integers_.contains(name)) return;
  const bool told = value.known && !value.soft &&
                    evaluate_arithmetic(value.text, expander_, state);
  if (!told) expander_.may_fail();
}

void Follower::assign_one(const shell::Assignment& it, ShellState& state) {
  if (it.is_array) return assign_array(it, state);
  if (it.is_element) return assign_element(it, state);
  Value value = expander_.value_of(it.value, context_.source->text, state);
  if (it.append) {
    work_out_integer(it.name, value, state);
    const Value before = expander_.variable(it.name, state);
    value.known = value.known && before.certain() && surroundings_.is_bash();
    value.text = before.text + value.text;
    value.origin = Value::Origin::anywhere;
  }
  set_variable(it.name, std::move(value), state);
}

void Follower::assign(const shell::Simple& it, ShellState& state) {
  bool answers = false;
  for (const shell::Assignment& assignment : it.assignments) {
    assign_one(assignment, state);
    // `n+=1` is a program's name for other shells.
    const bool of_bash =
        assignment.append || assignment.is_element || assignment.is_array;
    answers = answers || has_substitution(assignment.value) ||
              readonly_.contains(assignment.name) ||
              (of_bash && !surroundings_.is_bash());
  }
  // The status is that of the last `$(…)`.
  state.status = answers ? Answer(std::nullopt) : Answer(true);
}

struct Follower::Declaration {
  std::string name;  // "export", "local", …
  bool is_local = false;
  bool exports = false;
  bool freezes = false;        // -r
  bool is_function = false;    // -f
  bool changes = false;        // -i, -u, -l: not what is written
  bool is_integer = false;     // -i
  bool refers = false;         // -n
  bool global = false;         // -g
  bool maybe_nothing = false;  // not known to every shell

  void add_options(std::string_view letters) {
    const auto has = [&](char c) { return letters.find(c) != letters.npos; };
    exports = exports || has('x');
    freezes = freezes || has('r');
    is_function = is_function || has('f') || has('F');
    changes =
        changes || has('i') || has('u') || has('l') || has('c') || has('A');
    is_integer = is_integer || has('i');
    refers = refers || (has('n') && name != "export");
    global = global || has('g');
    if (global) is_local = false;
  }
};

bool Follower::declaration(const shell::Simple& words, ShellState& state) {
  const Word& first = words.words.front();
  if (!first.literal()) return false;
  Declaration how;
  how.name = first.value(context_.source->text);
  if (!is_one_of(how.name,
                 {"export", "local", "declare", "typeset", "readonly"}) ||
      state.functions.find(how.name) != nullptr) {
    return false;
  }
  const bool in_function = std::ranges::any_of(
      calls_, [](const Call* it) { return it->is_function; });
  const bool of_bash = is_one_of(how.name, {"declare", "typeset"});
  how.exports = how.name == "export";
  how.freezes = how.name == "readonly";
  how.is_local = how.name == "local" || (of_bash && in_function);
  how.maybe_nothing = (of_bash && !surroundings_.is_bash()) ||
                      (how.name == "local" && !in_function);
  const bool sure = !how.maybe_nothing && readonly_.empty();
  state.status = sure ? Answer(true) : Answer(std::nullopt);
  // All are expanded before the first is set.
  std::vector<Declared> all;
  for (std::size_t i = 1; i < words.words.size(); ++i) {
    all.push_back(declared_by(words.words[i], state));
  }
  for (Declared& it : all) declare(how, std::move(it), state);
  return true;
}

// NAME, NAME=VALUE or options; the name may hold variables itself.
Follower::Declared Follower::declared_by(const Word& word, ShellState& state) {
  const std::string_view text = context_.source->text;
  Value name = Value::of("");
  for (std::size_t i = 0; i < word.parts.size(); ++i) {
    const WordPart& part = word.parts[i];
    const std::size_t equals = part.kind == WordPart::Kind::text
                                   ? part.text.find('=')
                                   : std::string::npos;
    Word before;
    before.span = part.span;
    before.parts = {part};
    if (equals != std::string::npos) before.parts[0].text.resize(equals);
    const Value more = expander_.value_of(before, text, state);
    name.text += more.text;
    name.known = name.known && more.known && !more.soft;
    if (equals == std::string::npos) continue;
    Word value = word;
    value.parts.erase(value.parts.begin(),
                      value.parts.begin() + static_cast<std::ptrdiff_t>(i));
    value.parts[0].text.erase(0, equals + 1);
    Value result = expander_.value_of(value, text, state);
    // Some shells split it, and take the rest for other names.
    const bool splits = std::ranges::any_of(value.parts, [](const auto& it) {
      return it.kind != WordPart::Kind::text && !it.quoted;
    });
    if (splits && !surroundings_.is_bash() &&
        (!result.known ||
         result.text.find_first_of(" \t\n=*?[") != std::string::npos)) {
      result = Value::unknown(result.text);
    }
    if (text[value.span.begin] == '(' || value.parts[0].text.starts_with('(')) {
      result = Value::unknown();
    }
    return {std::move(name), std::move(result)};
  }
  return {std::move(name), std::nullopt};
}

void Follower::declare(Declaration& how, Declared what, ShellState& state) {
  const Value& name = what.name;
  if (!name.known) return state.variables.forget();
  if (what.value) {
    return declare_name(how, name.text, *std::move(what.value), state);
  }
  if (name.text.starts_with('-') || name.text.starts_with('+')) {
    if (name.text[0] == '-') how.add_options(name.text);
    return;
  }
  declare_name(how, name.text, std::nullopt, state);
}

void Follower::declare_name(const Declaration& how, const std::string& written,
                            std::optional<Value> value, ShellState& state) {
  if (how.is_function) {
    functions_exported_ = functions_exported_ || how.exports;
    return;
  }
  std::string name = written.substr(0, written.find('['));
  const bool appends = name.ends_with('+');
  if (appends) name.pop_back();
  if (!is_variable_name(name)) {
    state.status.reset();
    return;
  }
  expander_.work_out_subscripts(written);
  if (name.size() < written.size()) value = Value::unknown();
  if (how.refers) {
    const bool told = value && value->certain() && !namerefs_.contains(name) &&
                      is_variable_name(value->text) && value->text != name;
    namerefs_[name].insert(told ? value->text : std::string());
    state.variables.pin_unknown(name);
    // What is done to the one is done to the other, in whatever way.
    if (told) state.variables.pin_unknown(value->text);
    if (!told) state.variables.forget();
    return;
  }
  if (how.global && set_outside(name, value)) return;
  const ShellState before = state;
  if (how.changes && value) expander_.work_out_subscripts(value->text);
  if (how.is_integer) integers_.insert(name);
  if (how.is_local) make_local(name, state);
  if (value && appends) work_out_integer(name, *value, state);
  if (value && appends) value = Value::unknown();
  if (value) set_variable(name, *std::move(value), state);
  if (how.changes) state.variables.pin_unknown(name);
  if (how.exports) state.variables.export_it(name);
  if (how.freezes && !how.is_local) state.variables.freeze(name);
  if (how.freezes) {
    readonly_.insert(name);
  }
  if (how.maybe_nothing) {
    const Answer status = state.status;
    merge_into(state, before);
    state.status = status;
  }
}

// `declare -g` of a name that is local here: what comes back is another value.
bool Follower::set_outside(const std::string& name,
                           const std::optional<Value>& value) {
  bool found = false;
  for (Call* it : calls_) {
    const auto saved = it->saved.find(name);
    if (saved == it->saved.end()) continue;
    if (value || found) saved->second = value.value_or(Value::unknown());
    found = true;
  }
  return found;
}

// What it was comes back when the function returns. Without a value it is
// empty in bash, and what it was in dash and busybox.
void Follower::make_local(const std::string& name, ShellState& state) {
  const auto function =
      std::find_if(calls_.rbegin(), calls_.rend(),
                   [](const Call* it) { return it->is_function; });
  if (function == calls_.rend()) return;
  const Value* before = state.variables.find(name);
  (*function)->saved.try_emplace(
      name, before != nullptr ? std::optional(*before) : std::nullopt);
  if (!state.locals.insert(name).second) return;
  if (surroundings_.is_bash()) {
    state.variables.set(name, Value::nothing());
  } else if (surroundings_.may_be_bash()) {
    state.variables.set(name, Value::unknown("$" + name));
  }
}

void Follower::restore_locals(const Call& call, ShellState& state) {
  if (!state.live) return;
  for (const auto& [name, value] : call.saved) {
    if (state.locals.contains(name)) {
      state.variables.restore(name, value ? &*value : nullptr);
    } else {
      // Local on some path only.
      state.variables.set(name, Value::unknown("$" + name));
    }
  }
}

void Follower::unset(const std::vector<FieldValue>& fields, ShellState& state) {
  state.status.reset();
  bool functions = false;
  bool variables = false;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const Value& word = fields[i].value;
    if (!word.known || fields[i].any_number) {
      state.variables.forget();
      continue;
    }
    if (word.text.starts_with('-')) {
      functions = functions || word.text.find('f') != std::string::npos;
      variables = variables || word.text.find('v') != std::string::npos;
      continue;
    }
    if (functions) {
      state.functions.remove(word.text);
      continue;
    }
    expander_.work_out_subscripts(word.text);
    const std::string name = word.text.substr(0, word.text.find('['));
    // The one of the function, or the one outside?
    const bool is_local = std::ranges::any_of(
        calls_, [&](const Call* it) { return it->saved.contains(name); });
    const bool whole = name.size() == word.text.size() && !is_local &&
                       !readonly_.contains(name);
    state.variables.set(name, whole ? Value::nothing() : Value::unknown());
    if (!variables && state.functions.find(name) != nullptr) {
      ProcedureTable without = state.functions;
      without.remove(name);
      state.functions.merge(without);
    }
  }
}

void Follower::let(const std::vector<FieldValue>& fields, ShellState& state) {
  const ShellState before = state;
  state.status.reset();
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const Value& word = fields[i].value;
    if (!word.certain() || fields[i].any_number) {
      state.variables.forget();
      continue;
    }
    const auto number = evaluate_arithmetic(word.text, expander_, state);
    state.status = number ? Answer(*number != 0) : std::nullopt;
  }
  if (surroundings_.is_bash()) return;
  // dash and busybox may not have it.
  state.status.reset();
  merge_into(state, before);
}

}  // namespace harden
