#include "script/expand.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "shell/parse_script.h"

namespace harden::script {
namespace {

using shell::Word;
using shell::WordPart;

constexpr int deepest = 20;
// Longer values are of no interest, and cost.
constexpr std::size_t longest = 4096;

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

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

std::optional<long> to_number(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  long result = 0;
  const auto [rest, error] =
      std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || rest != text.data() + text.size()) {
    return std::nullopt;
  }
  return result;
}

}  // namespace

struct Expander::Looked {
  Value value;
  // Nothing sets it: `${NAME:-default}` is the default, unless somebody says
  // otherwise.
  bool unset = false;
};

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
  if (const auto found = state.variables.find(name);
      found != state.variables.end()) {
    return {found->second};
  }
  if (surroundings_.environment != nullptr) {
    const auto binding = surroundings_.environment->find(name);
    if (binding.state == model::Binding::State::known) {
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
  if (++depth_ > deepest) {
    --depth_;
    return Value::unknown(std::string(text));
  }
  const std::string line = ": " + std::string(text);
  const shell::Script script = shell::parse_script(line);
  Value result = Value::unknown(std::string(text));
  if (script.commands.size() == 1 && script.commands[0].pipelines.size() == 1 &&
      script.commands[0].pipelines[0].commands.size() == 1) {
    const auto* simple =
        script.commands[0].pipelines[0].commands[0].as<shell::Simple>();
    if (simple != nullptr && simple->words.size() == 2) {
      result = value_of(simple->words[1], line, state);
    }
  }
  --depth_;
  return result;
}

std::optional<Pattern> Expander::inner_pattern(std::string_view text,
                                               ShellState& state) {
  Pattern result;
  if (text.find_first_of("$`'\"") == std::string_view::npos) {
    result.add_pattern(text);
    return result;
  }
  const Value value = inner_value(text, state);
  if (!value.certain()) return std::nullopt;
  result.add_literal(value.text);
  return result;
}

// What stands between the braces of `${…}`.
class Expander::Parameter {
 public:
  Parameter(Expander& expander, ShellState& state, std::string_view inside)
      : expander_(expander), state_(state), rest_(inside) {}

  Value run() {
    const std::string_view all = rest_;
    if (rest_.size() > 1 && (rest_[0] == '#' || rest_[0] == '!')) {
      const bool length = rest_[0] == '#';
      rest_.remove_prefix(1);
      read_name();
      if (!length || !rest_.empty()) return unknown(all);
      return measured(all);
    }
    read_name();
    if (name_.empty()) return unknown(all);
    if (rest_.starts_with("[0]")) rest_.remove_prefix(3);
    const Looked looked = expander_.look_up(name_, state_);
    if (rest_.empty()) return looked.value;
    Value result = changed(looked);
    if (!result.known) result.text = "${" + std::string(all) + "}";
    return result;
  }

 private:
  static Value unknown(std::string_view all) {
    return Value::unknown("${" + std::string(all) + "}");
  }

  void read_name() {
    std::size_t size = 0;
    while (size < rest_.size() && is_name_character(rest_[size])) ++size;
    if (size == 0 && !rest_.empty() &&
        std::string_view("@*#?$!-").find(rest_[0]) != std::string_view::npos) {
      size = 1;
    }
    name_ = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }

  Value measured(std::string_view all) {
    const Value value = expander_.look_up(name_, state_).value;
    if (!value.known) return unknown(all);
    return {std::to_string(value.text.size()), true, value.soft};
  }

  Value changed(const Looked& looked) {
    const bool colon = rest_[0] == ':' && rest_.size() > 1;
    const char op = rest_[colon ? 1 : 0];
    switch (op) {
      case '-':
      case '=':
      case '+':
      case '?':
        return defaulted(looked, op, rest_.substr(colon ? 2 : 1));
      case '#':
      case '%':
        return colon ? cut(looked.value) : removed(looked.value, op);
      case '/':
        return replaced(looked.value);
      case '^':
      case ',':
        return in_case(looked.value, op);
      default:
        return colon ? cut(looked.value) : Value::unknown();
    }
  }

  Value defaulted(const Looked& looked, char op, std::string_view word) {
    const Value& value = looked.value;
    const bool maybe = looked.unset && !value.known;
    if (!value.known && !maybe) return Value::unknown();
    const bool empty = maybe || value.text.empty();
    if (op == '?') return empty ? Value::unknown() : value;
    if (op == '+') {
      if (!value.certain()) return Value::unknown();
      return empty ? Value::of("") : expander_.inner_value(word, state_);
    }
    if (!empty) return value;
    Value result = expander_.inner_value(word, state_);
    result.soft = result.soft || maybe || value.soft;
    if (op == '=') {
      state_.variables.insert_or_assign(std::string(name_), result);
    }
    return result;
  }

  Value removed(const Value& value, char op) {
    if (!value.known) return Value::unknown();
    const bool longest_one = rest_.size() > 1 && rest_[1] == op;
    const auto pattern =
        expander_.inner_pattern(rest_.substr(longest_one ? 2 : 1), state_);
    if (!pattern) return Value::unknown();
    Value result = value;
    if (op == '#') {
      const auto size = pattern->prefix(value.text, longest_one);
      result.text.erase(0, size.value_or(0));
    } else {
      const auto size = pattern->suffix(value.text, longest_one);
      result.text.erase(value.text.size() - size.value_or(0));
    }
    return result;
  }

  // `${NAME:1}`, `${NAME:0:1}`, `${NAME: -2}`.
  Value cut(const Value& value) {
    if (!value.known) return Value::unknown();
    const std::string_view range = rest_.substr(1);
    const std::size_t colon = range.find(':');
    const auto begin = to_number(range.substr(0, colon));
    const auto size = static_cast<long>(value.text.size());
    if (!begin || *begin > size || *begin < -size) return Value::unknown();
    const long from = *begin < 0 ? size + *begin : *begin;
    long count = size - from;
    if (colon != std::string_view::npos) {
      const auto length = to_number(range.substr(colon + 1));
      if (!length || *length < 0) return Value::unknown();
      count = std::min(count, *length);
    }
    return {value.text.substr(static_cast<std::size_t>(from),
                              static_cast<std::size_t>(count)),
            true, value.soft};
  }

  // Texts only; what has a pattern in it is not worked out.
  Value replaced(const Value& value) {
    const bool all = rest_.starts_with("//");
    std::string_view what = rest_.substr(all ? 2 : 1);
    const std::size_t slash = what.find('/');
    const std::string_view with =
        slash == std::string_view::npos ? "" : what.substr(slash + 1);
    what = what.substr(0, slash);
    if (!value.known || what.empty() ||
        what.find_first_of("*?[#%$\\'\"`") != std::string_view::npos ||
        with.find_first_of("$\\'\"`&") != std::string_view::npos) {
      return Value::unknown();
    }
    Value result = value;
    std::size_t at = result.text.find(what);
    while (at != std::string::npos && result.text.size() <= longest) {
      result.text.replace(at, what.size(), with);
      at = all ? result.text.find(what, at + with.size()) : std::string::npos;
    }
    return result;
  }

  Value in_case(const Value& value, char op) {
    if (!value.known || rest_ != std::string(2, op)) return Value::unknown();
    Value result = value;
    for (char& c : result.text) {
      const auto byte = static_cast<unsigned char>(c);
      c = static_cast<char>(op == '^' ? std::toupper(byte)
                                      : std::tolower(byte));
    }
    return result;
  }

  Expander& expander_;
  ShellState& state_;
  std::string_view rest_;
  std::string_view name_;
};

Value Expander::parameter(std::string_view inside, ShellState& state) {
  if (++depth_ > deepest) {
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

std::optional<Pattern> Expander::pattern_of(const Word& word,
                                            std::string_view text,
                                            ShellState& state) {
  Pattern result;
  for (const WordPart& part : word.parts) {
    if (part.kind == WordPart::Kind::text && !part.quoted) {
      // `@(a|b)` of bash is not worked out.
      if (part.text.find('(') != std::string::npos) return std::nullopt;
      result.add_pattern(part.text);
      continue;
    }
    const Value value = value_of_part(part, text, state);
    if (!value.certain()) return std::nullopt;
    if (part.quoted) {
      result.add_literal(value.text);
    } else {
      result.add_pattern(value.text);
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

}  // namespace harden::script
