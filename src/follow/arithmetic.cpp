#include "follow/arithmetic.h"

#include <charconv>
#include <limits>
#include <string>

#include "base/text/ascii.h"

namespace harden {
namespace {

using Number = std::optional<std::int64_t>;

constexpr int deepest_expression = 40;
// Beyond it shells differ in what they make of it.
constexpr std::int64_t largest = std::int64_t{1} << 50;

Number bounded(std::int64_t value) {
  if (value > largest || value < -largest) return std::nullopt;
  return value;
}

// All names in a text: what an expression that is not understood may assign.
// `$NAME` is a value; that one holds an assignment is the wish of whoever set
// it.
// A value is an expression again.
void forget_names(std::string_view text, Expander& expander, ShellState& state,
                  int depth) {
  if (depth > deepest_expression) return state.variables.forget();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    const std::string name(text.substr(at, end - at));
    const bool is_value =
        at > 0 && (text[at - 1] == '$' || text.substr(0, at).ends_with("${"));
    if (!name.empty() && !is_digit(name.front()) && !is_value) {
      const Value value = expander.variable(name, state);
      state.variables.set(name, Value::unknown("$" + name));
      if (value.known) {
        expander.work_out_subscripts(value.text);
        forget_names(value.text, expander, state, depth + 1);
      }
    }
    at = end == at ? at + 1 : end;
  }
}

class ArithmeticEvaluator {
 public:
  ArithmeticEvaluator(std::string_view text, Expander& expander,
                      ShellState& state)
      : rest_(text), expander_(expander), state_(state) {}

  // Whether it was understood; `result` may be unknown nevertheless.
  bool run(Number& result) {
    result = comma(0);
    skip_blanks();
    return !failed_ && rest_.empty();
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() &&
           std::string_view(" \t\n").find(rest_[0]) != std::string_view::npos) {
      rest_.remove_prefix(1);
    }
  }

  bool take(std::string_view op) {
    skip_blanks();
    if (!rest_.starts_with(op)) return false;
    rest_.remove_prefix(op.size());
    return true;
  }

  // An operator that is not the beginning of a longer one.
  bool take_alone(std::string_view op, std::string_view not_before) {
    skip_blanks();
    if (!rest_.starts_with(op)) return false;
    if (rest_.size() > op.size() &&
        not_before.find(rest_[op.size()]) != std::string_view::npos) {
      return false;
    }
    rest_.remove_prefix(op.size());
    return true;
  }

  Number fail() {
    failed_ = true;
    return std::nullopt;
  }

  Number comma(int depth) {
    Number value = assignment(depth);
    while (!failed_ && take(",")) value = assignment(depth);
    return value;
  }

  std::string_view name_ahead() {
    skip_blanks();
    std::size_t size = 0;
    while (size < rest_.size() && is_word(rest_[size])) ++size;
    const bool is_name = size > 0 && !is_digit(rest_[0]);
    return rest_.substr(0, is_name ? size : 0);
  }

  void set(std::string_view name, Number value) {
    // In a part that may be left out it may stay as it was, too.
    const std::string text(name);
    const bool fails = expander_.is_readonly(name);
    if (fails) expander_.may_fail();
    state_.variables.set(text, value && sure_ && !fails
                                   ? Value::of(std::to_string(*value))
                                   : Value::unknown("$" + text));
  }

  Number value_of(std::string_view name) {
    const Value value = expander_.variable(name, state_);
    if (!value.certain()) return std::nullopt;
    if (value.text.empty()) return 0;
    const Number number = literal(value.text);
    // In bash it is an expression again, which may assign.
    if (number) return number;
    expander_.work_out_subscripts(value.text);
    forget_names(value.text, expander_, state_, 0);
    return number;
  }

  // Decimal only: a leading 0 makes it octal in most shells.
  static Number literal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || !is_digit(text[0])) return std::nullopt;
    if (text.size() > 1 && text[0] == '0') return std::nullopt;
    std::int64_t result = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, result);
    if (error != std::errc() || rest != end) return std::nullopt;
    return bounded(negative ? -result : result);
  }

  Number assignment(int depth) {
    if (depth > deepest_expression) return fail();
    const std::string_view before = rest_;
    const std::string_view name = name_ahead();
    if (!name.empty()) {
      rest_.remove_prefix(name.size());
      if (take_alone("=", "=")) {
        const Number value = assignment(depth + 1);
        set(name, value);
        return value;
      }
      for (const std::string_view op : {"+=", "-=", "*="}) {
        if (!take(op)) continue;
        const Number left = value_of(name);
        const Number value = combined(left, op[0], assignment(depth + 1));
        set(name, value);
        return value;
      }
      rest_ = before;
    }
    return conditional(depth);
  }

  // Of the two only one is evaluated, so what they assign is not known.
  Number conditional(int depth) {
    const Number condition = either(depth);
    if (!take("?")) return condition;
    const bool before = sure_;
    sure_ = false;
    const Number left = assignment(depth + 1);
    if (!take(":")) return fail();
    const Number right = assignment(depth + 1);
    sure_ = before;
    if (!condition) return std::nullopt;
    return *condition != 0 ? left : right;
  }

  Number either(int depth) {
    Number left = both(depth);
    while (!failed_ && take("||")) {
      const Number right = unsure([&] { return both(depth + 1); });
      const bool is_true = (left && *left != 0) || (right && *right != 0);
      left = is_true ? Number(1) : (left && right) ? Number(0) : std::nullopt;
    }
    return left;
  }

  Number both(int depth) {
    Number left = equality(depth);
    while (!failed_ && take("&&")) {
      const Number right = unsure([&] { return equality(depth + 1); });
      const bool is_false = (left && *left == 0) || (right && *right == 0);
      left = is_false ? Number(0) : (left && right) ? Number(1) : std::nullopt;
    }
    return left;
  }

  template <typename Part>
  Number unsure(Part part) {
    const bool before = sure_;
    sure_ = false;
    const Number result = part();
    sure_ = before;
    return result;
  }

  static Number truth(Number left, Number right,
                      bool (*holds)(std::int64_t, std::int64_t)) {
    if (!left || !right) return std::nullopt;
    return holds(*left, *right) ? 1 : 0;
  }

  Number equality(int depth) {
    Number left = order(depth);
    while (!failed_) {
      if (take("==")) {
        left = truth(left, order(depth + 1),
                     [](auto a, auto b) { return a == b; });
      } else if (take("!=")) {
        left = truth(left, order(depth + 1),
                     [](auto a, auto b) { return a != b; });
      } else {
        break;
      }
    }
    return left;
  }

  Number order(int depth) {
    Number left = sum(depth);
    while (!failed_) {
      if (take("<=")) {
        left =
            truth(left, sum(depth + 1), [](auto a, auto b) { return a <= b; });
      } else if (take(">=")) {
        left =
            truth(left, sum(depth + 1), [](auto a, auto b) { return a >= b; });
      } else if (take_alone("<", "<")) {
        left =
            truth(left, sum(depth + 1), [](auto a, auto b) { return a < b; });
      } else if (take_alone(">", ">")) {
        left =
            truth(left, sum(depth + 1), [](auto a, auto b) { return a > b; });
      } else {
        break;
      }
    }
    return left;
  }

  static Number combined(Number left, char op, Number right) {
    if (!left || !right) return std::nullopt;
    switch (op) {
      case '+':
        return bounded(*left + *right);
      case '-':
        return bounded(*left - *right);
      default: {
        std::int64_t product = 0;
        if (__builtin_mul_overflow(*left, *right, &product)) {
          return std::nullopt;
        }
        return bounded(product);
      }
    }
  }

  Number sum(int depth) {
    Number left = product(depth);
    while (!failed_) {
      if (take_alone("+", "+=")) {
        left = combined(left, '+', product(depth + 1));
      } else if (take_alone("-", "-=")) {
        left = combined(left, '-', product(depth + 1));
      } else {
        break;
      }
    }
    return left;
  }

  Number product(int depth) {
    Number left = unary(depth);
    while (!failed_) {
      if (take_alone("*", "*=")) {
        left = combined(left, '*', unary(depth + 1));
      } else if (take_alone("%", "=")) {
        const Number right = unary(depth + 1);
        left = left && right && *right != 0 ? Number(*left % *right)
                                            : std::nullopt;
      } else if (take_alone("/", "=")) {
        const Number right = unary(depth + 1);
        left = left && right && *right != 0 ? Number(*left / *right)
                                            : std::nullopt;
      } else {
        break;
      }
    }
    return left;
  }

  Number unary(int depth) {
    if (depth > deepest_expression) return fail();
    for (const std::string_view op : {"++", "--"}) {
      if (!take(op)) continue;
      return stepped(op[0] == '+' ? 1 : -1, true);
    }
    if (take_alone("!", "=")) {
      const Number value = unary(depth + 1);
      return value ? Number(*value == 0 ? 1 : 0) : std::nullopt;
    }
    if (take("-")) {
      const Number value = unary(depth + 1);
      return value ? Number(-*value) : std::nullopt;
    }
    if (take("+")) return unary(depth + 1);
    return primary(depth);
  }

  // `++n`, `n++`.
  Number stepped(std::int64_t by, bool before) {
    const std::string_view name = name_ahead();
    if (name.empty()) return fail();
    rest_.remove_prefix(name.size());
    return step(name, by, before);
  }

  Number step(std::string_view name, std::int64_t by, bool before) {
    const Number old = value_of(name);
    const Number next = old ? bounded(*old + by) : std::nullopt;
    set(name, next);
    return before ? next : old;
  }

  Number primary(int depth) {
    if (take("(")) {
      const Number value = comma(depth + 1);
      return take(")") ? value : fail();
    }
    if (const std::string_view name = name_ahead(); !name.empty()) {
      rest_.remove_prefix(name.size());
      if (rest_.starts_with('[')) return fail();
      if (take("++")) return step(name, 1, false);
      if (take("--")) return step(name, -1, false);
      return value_of(name);
    }
    std::size_t size = 0;
    while (size < rest_.size() && is_word(rest_[size])) ++size;
    if (size == 0) return fail();
    const Number value = literal(rest_.substr(0, size));
    rest_.remove_prefix(size);
    // `010`, `0x1F`: a number, but which?
    return value;
  }

  std::string_view rest_;
  Expander& expander_;
  ShellState& state_;
  bool failed_ = false;
  bool sure_ = true;
};

}  // namespace

std::optional<std::int64_t> evaluate_arithmetic(std::string_view text,
                                                Expander& expander,
                                                ShellState& state) {
  // Quotes and expansions are worked out first, by the expander.
  const Value value = expander.expanded_text(text, state);
  Number result;
  if (value.certain()) {
    ShellState tried = state;
    if (ArithmeticEvaluator(value.text, expander, tried).run(result)) {
      state = std::move(tried);
      // It may hang on what nobody knows, and not be a number.
      if (!result) expander.may_fail();
      return result;
    }
  }
  expander.may_fail();
  // The substitutions that are written there are followed already.
  if (value.known) expander.work_out_subscripts(value.text);
  forget_names(value.known ? value.text : text, expander, state, 0);
  return std::nullopt;
}

}  // namespace harden
