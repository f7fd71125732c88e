#include "follow/condition.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "base/text/ascii.h"

namespace harden {
namespace {

constexpr int most_nesting = 50;

std::optional<std::int64_t> number(const Value& value) {
  if (!value.certain() || value.text.empty()) return std::nullopt;
  std::int64_t result = 0;
  const char* end = value.text.data() + value.text.size();
  const auto [rest, error] = std::from_chars(value.text.data(), end, result);
  if (error != std::errc() || rest != end) return std::nullopt;
  return result;
}

class ConditionEvaluator {
 public:
  ConditionEvaluator(const std::vector<ConditionWord>& words, bool extended,
                     StepBudget& budget)
      : words_(words), extended_(extended), budget_(budget) {}

  Answer run() {
    for (const ConditionWord& it : words_) {
      if (it.field.any_number) return std::nullopt;
    }
    const Answer answer = alternatives(0);
    if (failed_ || at_ != words_.size()) return std::nullopt;
    return answer;
  }

 private:
  bool more() const { return at_ < words_.size(); }
  const Value& value(std::size_t at) const { return words_[at].field.value; }

  bool is(std::size_t at, std::string_view text) const {
    return at < words_.size() && !words_[at].quoted && value(at).text == text &&
           value(at).known;
  }

  bool take(std::string_view text) {
    if (!is(at_, text)) return false;
    ++at_;
    return true;
  }

  Answer alternatives(int depth) {
    Answer answer = conjunction(depth);
    while (take(extended_ ? "||" : "-o")) {
      answer = either(answer, conjunction(depth));
    }
    return answer;
  }

  Answer conjunction(int depth) {
    Answer answer = term(depth);
    while (take(extended_ ? "&&" : "-a")) answer = both(answer, term(depth));
    return answer;
  }

  Answer term(int depth) {
    if (depth > most_nesting || !more()) return fail();
    // `[ "$x" = ! ]`: a binary operator comes first.
    if (!is_binary(at_ + 1) || is(at_, "(")) {
      if (take("!")) return opposite(term(depth + 1));
      if (is(at_, "(") && at_ + 1 < words_.size()) {
        ++at_;
        const Answer answer = alternatives(depth + 1);
        return take(")") ? answer : fail();
      }
    }
    if (is_binary(at_ + 1) && at_ + 2 < words_.size()) return binary();
    if (is_unary(at_) && at_ + 1 < words_.size()) return unary();
    const Value& word = value(at_++);
    return not_empty(word);
  }

  Answer fail() {
    failed_ = true;
    at_ = words_.size();
    return std::nullopt;
  }

  static Answer not_empty(const Value& value) {
    if (!value.certain()) return std::nullopt;
    return !value.text.empty();
  }

  bool is_unary(std::size_t at) const {
    return at < words_.size() && !words_[at].quoted &&
           value(at).text.size() == 2 && value(at).text[0] == '-' &&
           is_letter(value(at).text[1]);
  }

  // What asks for files, options and variables cannot be told.
  Answer unary() {
    const char op = value(at_).text[1];
    const Value& operand = value(at_ + 1);
    at_ += 2;
    if (op == 'n') return not_empty(operand);
    if (op == 'z') return opposite(not_empty(operand));
    return std::nullopt;
  }

  bool is_binary(std::size_t at) const {
    if (at >= words_.size() || words_[at].quoted || !value(at).known) {
      return false;
    }
    for (const std::string_view op :
         {"=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "=~",
          "-nt", "-ot", "-ef", "<", ">"}) {
      if (value(at).text == op) return true;
    }
    return false;
  }

  Answer binary() {
    const ConditionWord& left = words_[at_];
    const std::string& op = value(at_ + 1).text;
    const ConditionWord& right = words_[at_ + 2];
    at_ += 3;
    if (op == "=" || op == "==") return equal(left, right);
    if (op == "!=") return opposite(equal(left, right));
    if (op[0] == '-') {
      return compare(number(left.field.value), op, number(right.field.value));
    }
    return std::nullopt;
  }

  Answer equal(const ConditionWord& left, const ConditionWord& right) const {
    if (!left.field.value.certain() || !right.field.value.certain()) {
      return std::nullopt;
    }
    const std::string_view text = right.field.value.text;
    const Answer same =
        right.pattern ? right.pattern->matches(left.field.value.text, budget_)
                      : Answer(left.field.value.text == text);
    // To busybox what is quoted in `[[ … ]]` is a pattern all the same.
    const bool may_match = extended_ && right.quoted && same == Answer(false) &&
                           text.find_first_of("*?[") != text.npos;
    return may_match ? Answer() : same;
  }

  static Answer compare(std::optional<std::int64_t> left, std::string_view op,
                        std::optional<std::int64_t> right) {
    if (!left || !right) return std::nullopt;
    if (op == "-eq") return *left == *right;
    if (op == "-ne") return *left != *right;
    if (op == "-lt") return *left < *right;
    if (op == "-le") return *left <= *right;
    if (op == "-gt") return *left > *right;
    if (op == "-ge") return *left >= *right;
    return std::nullopt;
  }

  const std::vector<ConditionWord>& words_;
  bool extended_;
  StepBudget& budget_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

Answer evaluate_condition(const std::vector<ConditionWord>& words,
                          bool extended, StepBudget& budget) {
  if (words.empty()) return false;
  return ConditionEvaluator(words, extended, budget).run();
}

Answer both(Answer left, Answer right) {
  if (left == false || right == false) return false;
  if (left && right) return true;
  return std::nullopt;
}

Answer either(Answer left, Answer right) {
  return opposite(both(opposite(left), opposite(right)));
}

Answer opposite(Answer answer) {
  if (!answer) return std::nullopt;
  return !*answer;
}

}  // namespace harden
