#include "follow/expand.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "base/text/one_of.h"
#include "follow/parameter_expansion.h"
#include "shell/parse_script.h"

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

// `"${list[@]}"`, `"${@:2}"`: as many fields as there are elements.
bool is_list(const WordPart& part) {
  if (part.kind != WordPart::Kind::parameter) return false;
  const std::string_view inside = part.text;
  return inside.find("[@]") != std::string_view::npos ||
         inside.find("[*]") != std::string_view::npos ||
         inside.starts_with("@:") || inside.starts_with("*:");
}

void append(Value& to, const Value& more) {
  to.text += more.text;
  to.known = to.known && more.known && to.text.size() <= longest;
  to.soft = to.soft || more.soft;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// `a b  c` where it is not quoted.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> result;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && is_blank(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) result.emplace_back(text.substr(begin, at - begin));
  }
  return result;
}

// The word that is all of `: WORD`; null where there are more or fewer.
const Word* only_word(const shell::Script& script) {
  if (script.commands.size() != 1 || script.commands[0].pipelines.size() != 1 ||
      script.commands[0].pipelines[0].commands.size() != 1) {
    return nullptr;
  }
  const auto* simple =
      script.commands[0].pipelines[0].commands[0].as<shell::Simple>();
  return simple != nullptr && simple->words.size() == 2 ? &simple->words[1]
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

// Reads text that stands inside of a word as a word of its own.
template <typename Use>
void Expander::with_word(std::string_view text, Use use) {
  if (++depth_ <= deepest_word) {
    const std::string line = ": " + std::string(text);
    const shell::Script script = shell::parse_script(line);
    if (const Word* word = only_word(script)) use(*word, line);
  }
  --depth_;
}

Expander::Looked Expander::look_up(std::string_view name,
                                   const ShellState& state) const {
  if (name == "0" || name == "BASH_SOURCE") {
    if (surroundings_.script.empty()) return {Value::unknown("$0")};
    return {Value::of(surroundings_.script)};
  }
  if (name == "UID" || name == "EUID") {
    return {Value::of(surroundings_.root ? "0" : "10001")};
  }
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
    return {Value::of(""), true};
  }
  if (const Value* found = state.variables.find(name)) return {*found};
  if (surroundings_.environment != nullptr) {
    const auto binding = surroundings_.environment->find(name);
    if (binding.state == Binding::State::known) {
      return {{std::string(binding.value), true, true}};
    }
  }
  return {Value::unknown("$" + std::string(name)), true};
}

Value Expander::joined_arguments(const ShellState& state) const {
  Value result = Value::of("");
  for (const FieldValue& it : state.arguments) {
    if (!result.text.empty()) result.text += ' ';
    append(result, it.value);
    if (it.any_number) result.known = false;
  }
  return result;
}

// The text of `${NAME:-text}` as a word.
Value Expander::inner_value(std::string_view text, ShellState& state) {
  if (text.find_first_of("$`'\"\\") == std::string_view::npos) {
    return Value::of(std::string(text));
  }
  Value result = Value::unknown(std::string(text));
  with_word(text, [&](const Word& word, std::string_view line) {
    result = value_of(word, line, state);
  });
  return result;
}

std::optional<ShellGlob> Expander::inner_pattern(std::string_view text,
                                                 ShellState& state) {
  std::optional<ShellGlob> result;
  const auto caret = caret_of(surroundings_.shell);
  if (text.find_first_of("$`'\"") == std::string_view::npos) {
    budget_.spend(text.size() + 1);
    if (!budget_.exhausted()) result.emplace(caret).add_unquoted(text);
    return result;
  }
  with_word(text, [&](const Word& word, std::string_view line) {
    result = pattern_of(word, line, state);
  });
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
      return Value::of(part.text);
    case WordPart::Kind::variable:
      if (is_all_arguments(part)) return joined_arguments(state);
      return look_up(part.text, state).value;
    case WordPart::Kind::parameter:
      if (is_all_arguments(part)) return joined_arguments(state);
      return parameter(part.text, state);
    case WordPart::Kind::command: {
      // `$(`, or a backquote.
      const bool quote = text[part.span.begin] == '`';
      return substitutions_.output_of(part.text,
                                      part.span.begin + (quote ? 1 : 2), state);
    }
    default:
      break;
  }
  return Value::unknown(
      std::string(text.substr(part.span.begin, part.span.size())));
}

Value Expander::value_of(const Word& word, std::string_view text,
                         ShellState& state) {
  Value result = Value::of("");
  for (const WordPart& part : word.parts) {
    append(result, value_of_part(part, text, state));
  }
  if (!result.known) result.text = word.value(text);
  return result;
}

std::optional<ShellGlob> Expander::pattern_of(const Word& word,
                                              std::string_view text,
                                              ShellState& state) {
  budget_.spend(word.span.size() + 1);
  if (budget_.exhausted()) return std::nullopt;
  ShellGlob result(caret_of(surroundings_.shell));
  for (const WordPart& part : word.parts) {
    if (part.kind == WordPart::Kind::text && !part.quoted) {
      // `@(a|b)` of bash is not worked out.
      if (part.text.find('(') != std::string::npos) return std::nullopt;
      result.add_unquoted(part.text);
      continue;
    }
    const Value value = value_of_part(part, text, state);
    if (!value.certain()) return std::nullopt;
    if (part.quoted) {
      result.add_quoted(value.text);
    } else {
      result.add_unquoted(value.text);
    }
  }
  return result;
}

// `"$@"`: each argument is a field; the first and the last are joined with
// what stands beside.
void Expander::add_arguments(const ShellState& state, Span span,
                             std::vector<FieldValue>& out, FieldValue& open,
                             bool& has_open) const {
  for (std::size_t i = 0; i < state.arguments.size(); ++i) {
    if (i > 0) {
      out.push_back(std::exchange(open, {Value::of(""), false, span}));
    }
    const FieldValue& argument = state.arguments[i];
    append(open.value, argument.value);
    open.any_number = argument.any_number;
    has_open = true;
  }
}

void Expander::add_fields(const Word& word, std::string_view text,
                          ShellState& state, std::vector<FieldValue>& out) {
  FieldValue open{Value::of(""), false, word.span};
  bool has_open = false;
  for (const WordPart& part : word.parts) {
    if (is_all_arguments(part) && (part.text == "@" || !part.quoted)) {
      add_arguments(state, word.span, out, open, has_open);
      continue;
    }
    const bool is_text = part.kind == WordPart::Kind::text;
    const Value value = value_of_part(part, text, state);
    if (is_list(part)) {
      open.any_number = true;
      append(open.value, Value::unknown(part.text));
      has_open = true;
      continue;
    }
    if (is_text || part.quoted) {
      // `~/x` is the home of whoever runs it.
      if (is_text && !part.quoted && !has_open && part.text.starts_with("~")) {
        open.value.known = false;
      }
      append(open.value, value);
      has_open = true;
      continue;
    }
    if (!value.known) {
      open.any_number = word.parts.size() == 1;
      append(open.value, value);
      has_open = true;
      continue;
    }
    const auto pieces = split(value.text);
    if (has_open && !value.text.empty() && is_blank(value.text.front())) {
      out.push_back(std::exchange(open, {Value::of(""), false, word.span}));
      has_open = false;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i > 0) {
        out.push_back(std::exchange(open, {Value::of(""), false, word.span}));
      }
      append(open.value, {pieces[i], true, value.soft});
      has_open = true;
    }
  }
  if (!has_open) return;
  if (!open.value.known) open.value.text = word.value(text);
  out.push_back(std::move(open));
}

}  // namespace harden
