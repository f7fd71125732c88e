#include "runtime/emit/texts.h"

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
    if (is_alnum(c)) {
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

std::string why(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& it : reasons) {
    std::string one = it.text;
    if (!it.place.empty()) one += " (" + it.place + ")";
    text = joined_reasons(text, one);
  }
  return text;
}

std::string joined_reasons(const std::string& text, const std::string& more) {
  return text.empty() ? more : more.empty() ? text : text + "; " + more;
}

}  // namespace harden
