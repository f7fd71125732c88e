#include "follow/value.h"

#include <algorithm>

#include "command/command_meaning.h"

namespace harden {
namespace {

// Longer ones are of no interest, and cost.
constexpr std::size_t most_elements = 256;
constexpr std::size_t most_options = 4;

bool same_elements(const Value& left, const Value& right) {
  if (left.elements == right.elements) return true;
  if (left.elements == nullptr || right.elements == nullptr) return false;
  return std::ranges::equal(*left.elements, *right.elements, same);
}

// The texts that it may be; none where they are not known.
std::vector<std::string> options_of(const Value* value) {
  if (value == nullptr || value->unset || value->elements != nullptr) return {};
  if (value->certain()) return {value->text};
  return value->options;
}

std::vector<std::string> joined_options(const Value* left, const Value* right) {
  std::vector<std::string> result = options_of(left);
  const std::vector<std::string> more = options_of(right);
  if (result.empty() || more.empty()) return {};
  result.insert(result.end(), more.begin(), more.end());
  std::ranges::sort(result);
  const auto rest = std::ranges::unique(result);
  result.erase(rest.begin(), rest.end());
  if (result.size() > most_options) result.clear();
  return result;
}

}  // namespace

bool operator==(const Value& left, const Value& right) {
  return left.text == right.text && left.known == right.known &&
         left.soft == right.soft && left.unset == right.unset &&
         left.origin == right.origin && left.options == right.options &&
         same_elements(left, right);
}

FieldValue::operator CommandWord() const {
  CommandWord word(value.text, value.known);
  word.any_number = any_number;
  word.span = span;
  return word;
}

bool same(const FieldValue& left, const FieldValue& right) {
  return left.value == right.value && left.any_number == right.any_number;
}

Value array_of(Elements elements) {
  if (elements.size() > most_elements) return Value::unknown();
  Value result = elements.empty()              ? Value::nothing()
                 : elements.front().any_number ? Value::unknown()
                                               : elements.front().value;
  result.elements = std::make_shared<const Elements>(std::move(elements));
  return result;
}

bool is_told(const Value& value) {
  if (value.elements != nullptr) {
    return std::ranges::all_of(
        *value.elements, [](const auto& it) { return is_told(it.value); });
  }
  return value.origin == Value::Origin::told ||
         (value.known && !names_elevation(value.text));
}

Value either_of(const Value* left, const Value* right, std::string text) {
  Value result = Value::unknown(std::move(text));
  result.options = joined_options(left, right);
  if ((left == nullptr || is_told(*left)) &&
      (right == nullptr || is_told(*right))) {
    result.origin = Value::Origin::told;
  } else if (left != nullptr && right != nullptr &&
             left->origin == right->origin) {
    result.origin = left->origin;
  }
  return result;
}

}  // namespace harden
