#include "runtime/emit/names.h"

#include "base/text/ascii.h"

namespace harden {
namespace {

constexpr std::size_t longest = 63;

std::string cut(std::string text, std::size_t size) {
  if (text.size() > size) text.resize(size);
  while (text.ends_with('-')) text.pop_back();
  return text;
}

}  // namespace

std::string label(std::string_view text) {
  std::string result;
  for (const char upper : text) {
    const char c = lower(upper);
    if ((c >= 'a' && c <= 'z') || is_digit(c)) {
      result += c;
    } else if (!result.empty() && !result.ends_with('-')) {
      result += '-';
    }
  }
  if (!result.empty() && is_digit(result.front())) result.insert(0, "app-");
  result = cut(std::move(result), longest);
  return result.empty() ? "app" : result;
}

std::string UniqueLabels::take(std::string_view text) {
  const std::string base = label(text);
  std::string name = base;
  for (int number = 2; !taken_.insert(name).second; ++number) {
    const std::string tail = "-" + std::to_string(number);
    name = cut(base, longest - tail.size()) + tail;
  }
  return name;
}

}  // namespace harden
