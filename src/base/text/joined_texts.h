// Texts put behind each other.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace harden {

// What `text` makes of each item of a list, with the separator in between.
template <typename List, typename Text = std::identity>
std::string joined_texts(const List& list, std::string_view separator,
                         const Text& text = {}) {
  std::string result;
  for (const auto& it : list) {
    if (!result.empty()) result += separator;
    result += std::invoke(text, it);
  }
  return result;
}

// "`curl`, `git`"
template <typename List>
std::string quoted_list(const List& list) {
  return joined_texts(list, ", ", [](std::string_view it) {
    return "`" + std::string(it) + "`";
  });
}

}  // namespace harden
