#include "follow/expand.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "base/text/find_any.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "follow/arithmetic.h"
#include "follow/parameter_expansion.h"
#include "follow/word_fields.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

using shell::Word;
using shell::WordPart;

constexpr int deepest_word = 20;

bool is_all_arguments(const WordPart& part) {
  const std::string_view name = part.text;
  if (part.kind == WordPart::Kind::variable) return name == "@" || name == "*";
  return part.kind == WordPart::Kind::parameter && (name == "@" || name == "*");
}

void append(Value& to, const Value& more) {
  to.text += more.text;
  to.known = to.known && more.known && to.text.size() <= longest;
  to.soft = to.soft || more.soft;
}

// Values that change by themselves, or that only some shells know.
bool is_never_known(std::string_view name) {
  return name.starts_with("BASH") || name.starts_with("EPOCH") ||
         is_one_of(name, {"RANDOM", "SRANDOM", "LINENO", "SECONDS", "PPID",
                          "FUNCNAME", "PIPESTATUS", "GROUPS", "DIRSTACK", "?",
                          "!", "$", "-", "_", "SHELLOPTS", "REPLY"});
}

// Those that a shell or an engine sets before the first line.
bool is_set_from_start(std::string_view name) {
  return is_one_of(name, {"PWD", "OLDPWD", "OPTIND", "SHLVL", "HOSTNAME",
                          "OSTYPE", "MACHTYPE", "HOSTTYPE", "PATH", "HOME",
                          "PS1", "PS2", "PS4", "UID", "EUID", "TERM"});
}

// `$'\n'`, which dash does not know.
bool is_ansi_quoted(const WordPart& part, std::string_view text) {
  return part.quoted && part.span.begin >= 2 &&
         part.span.begin <= text.size() &&
         text.substr(part.span.begin - 2, 2) == "$'";
}

// `~` at the beginning and, of a value, behind a `:`: the home of whoever runs
// it.
bool names_a_home(const WordPart& part, const Value& until) {
  if (part.kind != WordPart::Kind::text || part.quoted) return false;
  return (part.text.starts_with('~') &&
          until.text.size() == part.text.size()) ||
         part.text.find(":~") != std::string::npos;
}

// As most words are: one field, whose value is what is written.
bool is_plain(const Word& word) {
  if (word.parts.size() != 1) return false;
  const WordPart& part = word.parts.front();
  return part.kind == WordPart::Kind::text && !part.quoted &&
         part.text.size() <= longest &&
         find_any_of(part.text, "~{*?[") == std::string_view::npos;
}

// The words of `: WORD …`; null where it is anything else.
const std::vector<Word>* words_behind(const shell::Script& script) {
  if (script.commands.size() != 1 || script.commands[0].pipelines.size() != 1 ||
      script.commands[0].pipelines[0].commands.size() != 1) {
    return nullptr;
  }
  const shell::Command& command = script.commands[0].pipelines[0].commands[0];
  const auto* simple = command.as<shell::Simple>();
  return simple != nullptr && command.redirections.empty() ? &simple->words
                                                           : nullptr;
}

// dash reads `[^a]` in its own way, and sh may be dash.
ShellGlob::Caret caret_of(std::string_view shell) {
  shell.remove_prefix(shell.rfind('/') + 1);
  const bool negates =
      is_one_of(shell, {"bash", "busybox", "ash", "ksh", "mksh", "zsh"});
  return negates ? ShellGlob::Caret::negates : ShellGlob::Caret::not_known;
}

}  // namespace

bool Surroundings::is_bash() const { return base_name(shell) == "bash"; }

bool Surroundings::may_be_bash() const {
  const std::string_view name = base_name(shell);
  return name != "dash" && name != "ash" && name != "busybox";
}

// Reads text that stands inside of a word as a word of its own.
template <typename Use>
bool Expander::with_word(std::string_view text, Use use) {
  bool result = false;
  if (++depth_ <= deepest_word) {
    const std::string line = ": " + std::string(text);
    const shell::Script script = shell::parse_script(line);
    const std::vector<Word>* words = words_behind(script);
    result = words != nullptr && words->size() == 2;
    if (result) use((*words)[1], line);
  }
  --depth_;
  return result;
}

bool Expander::list_folder(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const bool known = find_any_of(path, "*?[$`") == std::string_view::npos;
  if (path.size() < 2 || path.find("bin") != std::string_view::npos ||
      (known && path[0] != '/')) {
    return false;
  }
  if (known) listed_.emplace(path);
  return true;
}

void Expander::take_effects(std::string_view text, ShellState& state) {
  if (find_any_of(text, "$`") == std::string_view::npos) return;
  bool read = false;
  if (++depth_ <= deepest_word) {
    const std::string line = ": " + std::string(text);
    const shell::Script script = shell::parse_script(line);
    if (const auto* words = words_behind(script)) {
      read = true;
      for (const Word& it : *words) value_of(it, line, state);
    }
  }
  --depth_;
  if (read) return;
  if (runs_commands(text)) may_run();
  state.variables.forget();
}

void Expander::may_take_effects(std::string_view text, ShellState& state) {
  if (find_any_of(text, "$`") == std::string_view::npos) return;
  ShellState taken = state;
  take_effects(text, taken);
  merge_into(state, std::move(taken));
}

std::optional<Value> Expander::special(std::string_view name,
                                       const ShellState& state) const {
  if (name == "0" || (name == "BASH_SOURCE" && surroundings_.is_bash())) {
    if (surroundings_.script.empty()) return Value::unknown("$0");
    return Value::of(surroundings_.script);
  }
  if ((name == "UID" || name == "EUID") && surroundings_.is_bash()) {
    return Value::of(surroundings_.root ? "0" : "10001");
  }
  if (is_never_known(name)) return Value::unknown("$" + std::string(name));
  if (name != "IFS") return std::nullopt;
  // No shell takes it from the environment.
  const Value* found = state.variables.find(name);
  return found != nullptr ? *found : Value::of(" \t\n");
}

Value Expander::variable(std::string_view name, const ShellState& state) const {
  return look_up(name, state).value;
}

Value Expander::expanded_text(std::string_view text, ShellState& state) {
  if (find_any_of(text, "$`\\\"'") == std::string_view::npos) {
    return Value::of(std::string(text));
  }
  Value result = Value::unknown(std::string(text));
  const bool read = with_word("\"" + std::string(text) + "\"",
                              [&](const Word& word, std::string_view line) {
                                result = value_of(word, line, state);
                              });
  if (!read && runs_commands(text)) may_run();
  return result;
}

Expander::Looked Expander::look_up(std::string_view name,
                                   const ShellState& state) const {
  if (const auto value = special(name, state)) return {*value};
  const auto& arguments = state.arguments;
  const auto open =
      std::find_if(arguments.begin(), arguments.end(),
                   [](const FieldValue& it) { return it.any_number; });
  if (name == "#") {
    if (open != arguments.end()) return {Value::unknown("$#")};
    return {Value::of(std::to_string(arguments.size()))};
  }
  if (const auto index = to_number(name); index && *index > 0) {
    const auto at = static_cast<std::size_t>(*index) - 1;
    const auto sure = static_cast<std::size_t>(open - arguments.begin());
    if (at < sure) return {arguments[at].value};
    if (open != arguments.end()) {
      return {Value::unknown("$" + std::string(name))};
    }
    return {Value::nothing(), true};
  }
  if (const Value* found = state.variables.find(name)) {
    Value value = *found;
    if (!value.known && value.text.empty())
      value.text = "$" + std::string(name);
    return {std::move(value), found->unset};
  }
  if (surroundings_.environment != nullptr) {
    const auto binding = surroundings_.environment->find(name);
    if (binding.state == Binding::State::known) {
      return {{std::string(binding.value), true, true}};
    }
  }
  return {Value::unknown("$" + std::string(name)), !is_set_from_start(name)};
}

Value Expander::joined(const Elements& list, const ShellState& state) const {
  Value result = Value::of("");
  const Value* separators = state.variables.find("IFS");
  if (separators != nullptr && list.size() > 1 &&
      (!separators->certain() || !separators->text.starts_with(' '))) {
    return Value::unknown("$*");
  }
  for (const FieldValue& it : list) {
    if (&it != &list.front()) result.text += ' ';
    append(result, it.value);
    if (it.any_number) result.known = false;
  }
  return result;
}

// The text of `${NAME:-text}` as a word.
Value Expander::inner_value(std::string_view text, ShellState& state) {
  if (find_any_of(text, "$`'\"\\~") == std::string_view::npos) {
    return Value::of(std::string(text));
  }
  Value result = Value::unknown(std::string(text));
  const bool read =
      with_word(text, [&](const Word& word, std::string_view line) {
        result = value_of(word, line, state);
      });
  if (!read) take_effects(text, state);
  return result;
}

std::optional<ShellGlob> Expander::inner_pattern(std::string_view text,
                                                 ShellState& state) {
  std::optional<ShellGlob> result;
  const auto caret = caret_of(surroundings_.shell);
  if (find_any_of(text, "$`'\"") == std::string_view::npos) {
    budget_.spend(text.size() + 1);
    if (!budget_.exhausted()) result.emplace(caret).add_unquoted(text);
    return result;
  }
  const bool read =
      with_word(text, [&](const Word& word, std::string_view line) {
        result = pattern_of(word, line, state);
      });
  if (!read) take_effects(text, state);
  return result;
}

Value Expander::parameter(std::string_view inside, ShellState& state) {
  if (++depth_ > deepest_word) {
    --depth_;
    return Value::unknown();
  }
  Value result = Parameter(*this, state, inside).run();
  --depth_;
  return result;
}

Value Expander::value_of_part(const WordPart& part, std::string_view text,
                              ShellState& state) {
  switch (part.kind) {
    case WordPart::Kind::text:
      if (is_ansi_quoted(part, text) && !surroundings_.is_bash()) break;
      return Value::of(part.text);
    case WordPart::Kind::variable:
      if (is_all_arguments(part)) return joined(state.arguments, state);
      return look_up(part.text, state).value;
    case WordPart::Kind::parameter:
      if (is_all_arguments(part)) return joined(state.arguments, state);
      return parameter(part.text, state);
    case WordPart::Kind::command: {
      // `$(`, or a backquote.
      const bool quote = text[part.span.begin] == '`';
      return substitutions_.output_of(part.text,
                                      part.span.begin + (quote ? 1 : 2), state);
    }
    case WordPart::Kind::arithmetic: {
      const auto number = evaluate_arithmetic(part.text, *this, state);
      if (number) return Value::of(std::to_string(*number));
      break;
    }
    default:
      if (part.text.starts_with("$[")) {
        take_effects(part.text.substr(2), state);
        state.variables.forget();
      }
      // `<(…)`: what it runs is run, whatever reads it.
      if (part.text.size() > 3 && part.text[1] == '(') {
        const std::string_view inside(part.text);
        substitutions_.output_of(inside.substr(2, inside.size() - 3),
                                 part.span.begin + 2, state);
      }
      break;
  }
  return Value::unknown(
      std::string(text.substr(part.span.begin, part.span.size())));
}

Value Expander::value_of(const Word& word, std::string_view text,
                         ShellState& state) {
  if (is_plain(word)) return Value::of(word.parts.front().text);
  Value result = Value::of("");
  Value only = Value::unknown();
  for (const WordPart& part : word.parts) {
    const Value more = value_of_part(part, text, state);
    if (word.parts.size() == 1) only = more;
    append(result, more);
    if (names_a_home(part, result)) result.known = false;
  }
  if (!result.known) {
    result.text = word.value(text);
    result.origin = only.origin;
    result.options = std::move(only.options);
  }
  return result;
}

std::optional<ShellGlob> Expander::pattern_of(const Word& word,
                                              std::string_view text,
                                              ShellState& state) {
  budget_.spend(word.span.size() + 1);
  if (budget_.exhausted()) return std::nullopt;
  ShellGlob result(caret_of(surroundings_.shell));
  bool known = true;
  for (const WordPart& part : word.parts) {
    // Each for what it does, even where it is not needed any more.
    const Value value = value_of_part(part, text, state);
    // `@(a|b)` of bash is not worked out.
    known = known && value.certain() &&
            (part.quoted || value.text.find('(') == std::string::npos);
    if (!known) continue;
    if (part.quoted) {
      result.add_quoted(value.text);
    } else {
      result.add_unquoted(value.text);
    }
  }
  return known ? std::optional(std::move(result)) : std::nullopt;
}

void Expander::add_fields(const Word& word, std::string_view text,
                          ShellState& state, std::vector<FieldValue>& out) {
  if (is_plain(word)) {
    FieldValue& field = out.emplace_back();
    field.value.text = word.parts.front().text;
    field.value.known = true;
    field.span = word.span;
    return;
  }
  Fields fields(*this, word, text, state, out);
  fields.run();
}

}  // namespace harden
