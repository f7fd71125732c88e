// `${NAME…}`: what the operators of a parameter expansion make of a value.
// Private to expand.cpp, which looks names up.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text/ascii.h"
#include "follow/arithmetic.h"
#include "follow/expand.h"

namespace harden {

// Longer values are of no interest, and cost.
inline constexpr std::size_t longest = 4096;

inline std::optional<long> to_number(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  long result = 0;
  const auto [rest, error] =
      std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || rest != text.data() + text.size()) {
    return std::nullopt;
  }
  return result;
}

struct Expander::Looked {
  Value value;
  // Nothing sets it: `${NAME:-default}` is the default, unless somebody says
  // otherwise.
  bool unset = false;
};

// What stands between the braces of `${…}`.
class Expander::Parameter {
 public:
  Parameter(Expander& expander, ShellState& state, std::string_view inside)
      : expander_(expander), state_(state), rest_(inside) {}

  Value run() {
    const std::string_view all = rest_;
    if (rest_.size() > 1 && (rest_[0] == '#' || rest_[0] == '!')) {
      const bool length = rest_[0] == '#';
      // `${!name:=x}` sets whatever the variable names.
      expander_.may_fail();
      if (!length && all.find('=') != all.npos) state_.variables.forget();
      rest_.remove_prefix(1);
      read_name();
      if (length && rest_.empty()) return measured(all);
      if (length && (rest_ == "[@]" || rest_ == "[*]")) return counted(all);
      expander_.take_effects(rest_, state_);
      return unknown(all);
    }
    read_name();
    if (name_.empty()) {
      expander_.take_effects(all, state_);
      return unknown(all);
    }
    Looked looked = expander_.look_up(name_, state_);
    looked.value.elements = nullptr;
    if (rest_.starts_with('[')) looked = element();
    if (rest_.empty()) {
      if (!looked.value.known) looked.value.text = unknown(all).text;
      return looked.value;
    }
    Value result = changed(looked);
    if (!result.known) result.text = "${" + std::string(all) + "}";
    return result;
  }

 private:
  static Value unknown(std::string_view all) {
    return Value::unknown("${" + std::string(all) + "}");
  }

  // A locale decides what one character is.
  static bool is_ascii(std::string_view text) {
    return std::ranges::none_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  }

  void read_name() {
    std::size_t size = 0;
    while (size < rest_.size() && is_word(rest_[size])) ++size;
    if (size == 0 && !rest_.empty() &&
        std::string_view("@*#?$!-").find(rest_[0]) != std::string_view::npos) {
      size = 1;
    }
    name_ = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }

  // `${#list[@]}`
  Value counted(std::string_view all) {
    const Value* found = state_.variables.find(name_);
    if (found == nullptr || found->elements == nullptr ||
        std::ranges::any_of(*found->elements, &FieldValue::any_number)) {
      return unknown(all);
    }
    return Value::of(std::to_string(found->elements->size()));
  }

  // `[…]` behind the name, which is taken off.
  Looked element() {
    const std::size_t end = std::min(rest_.find(']'), rest_.size() - 1);
    const std::string_view index = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    is_element_ = index != "0";
    const Value* found = state_.variables.find(name_);
    if (index == "@" || index == "*") return {joined(found)};
    const auto number = evaluate_arithmetic(index, expander_, state_);
    found = state_.variables.find(name_);
    if (found == nullptr || found->elements == nullptr || !number) {
      if (index == "0") return expander_.look_up(name_, state_);
      return {Value::unknown()};
    }
    const Elements& list = *found->elements;
    const auto size = static_cast<std::int64_t>(list.size());
    const std::int64_t at = *number < 0 ? size + *number : *number;
    if (at < 0) return {Value::unknown()};
    // Behind what may be several, nobody knows which it is.
    const auto open = static_cast<std::int64_t>(
        std::ranges::find_if(list, &FieldValue::any_number) - list.begin());
    if (open < size && (at >= open || *number < 0)) return {Value::unknown()};
    if (at >= size) return {Value::nothing(), true};
    return {list[static_cast<std::size_t>(at)].value};
  }

  Value joined(const Value* found) {
    if (found == nullptr || found->elements == nullptr) {
      return Value::unknown();
    }
    return expander_.joined(*found->elements, state_);
  }

  Value measured(std::string_view all) {
    const Value value = expander_.look_up(name_, state_).value;
    if (!value.known || !is_ascii(value.text)) return unknown(all);
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
        if (colon) return cut(looked.value);
        expander_.may_fail();
        // `${NAME@P}` is a prompt, in which commands run.
        if (rest_ == "@P" && (!looked.value.known ||
                              Expander::runs_commands(looked.value.text))) {
          expander_.may_run();
        }
        expander_.take_effects(rest_, state_);
        return Value::unknown();
    }
  }

  Value defaulted(const Looked& looked, char op, std::string_view word) {
    const Value& value = looked.value;
    const bool maybe = looked.unset && !value.known;
    if (!value.known && !maybe) {
      expander_.may_take_effects(word, state_);
      return Value::unknown();
    }
    const bool colon = rest_[0] == ':';
    const bool empty = maybe || (colon ? value.text.empty() : value.unset);
    if (op == '+') {
      if (!value.certain() || maybe) {
        expander_.may_take_effects(word, state_);
        return Value::unknown();
      }
      return empty ? Value::of("") : expander_.inner_value(word, state_);
    }
    if (empty ? op == '?' : value.soft) {
      expander_.may_take_effects(word, state_);
    }
    if (op == '?') return empty ? Value::unknown() : value;
    if (!empty) return value;
    Value result = expander_.inner_value(word, state_);
    result.soft = result.soft || maybe || value.soft;
    if (op == '=') {
      state_.variables.set(name_, is_element_ ? Value::unknown() : result);
    }
    return result;
  }

  Value removed(const Value& value, char op) {
    if (!value.known) return Value::unknown();
    const bool longest_one = rest_.size() > 1 && rest_[1] == op;
    const auto pattern =
        expander_.inner_pattern(rest_.substr(longest_one ? 2 : 1), state_);
    if (!pattern) return Value::unknown();
    StepBudget& budget = expander_.budget_;
    const PartMatch match =
        op == '#' ? pattern->prefix(value.text, longest_one, budget)
                  : pattern->suffix(value.text, longest_one, budget);
    if (!match.known) return Value::unknown();
    const std::size_t size = match.size.value_or(0);
    Value result = value;
    result.text.erase(op == '#' ? 0 : value.text.size() - size, size);
    return result;
  }

  // `${NAME:1}`, `${NAME:0:1}`, `${NAME: -2}`.
  Value cut(const Value& value) {
    const std::string_view range = rest_.substr(1);
    const std::size_t colon = range.find(':');
    const auto begin =
        evaluate_arithmetic(range.substr(0, colon), expander_, state_);
    if (!value.known || !is_ascii(value.text)) {
      if (colon != std::string_view::npos) {
        evaluate_arithmetic(range.substr(colon + 1), expander_, state_);
      }
      return Value::unknown();
    }
    const auto size = static_cast<std::int64_t>(value.text.size());
    if (!begin) expander_.may_fail();
    if (!begin || *begin > size || *begin < -size) return Value::unknown();
    const std::int64_t from = *begin < 0 ? size + *begin : *begin;
    std::int64_t count = size - from;
    if (colon != std::string_view::npos) {
      const auto length =
          evaluate_arithmetic(range.substr(colon + 1), expander_, state_);
      expander_.may_fail();
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
      expander_.take_effects(rest_, state_);
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
    if (!value.known || rest_ != std::string(2, op) || !is_ascii(value.text)) {
      expander_.take_effects(rest_, state_);
      return Value::unknown();
    }
    Value result = value;
    for (char& c : result.text) c = op == '^' ? upper(c) : lower(c);
    return result;
  }

  Expander& expander_;
  ShellState& state_;
  std::string_view rest_;
  std::string_view name_;
  bool is_element_ = false;
};

}  // namespace harden
