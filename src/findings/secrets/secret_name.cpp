#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/ascii.h"
#include "findings/subject.h"
#include "knowledge/lists/secrets.h"

namespace harden::rule {
namespace {

constexpr std::size_t longest_name = 200;

using NameWords = std::vector<std::string_view>;

// "db", "password" of DB_PASSWORD, db-password and dbPassword; `low` is the
// name in lower case.
NameWords words_of(std::string_view name, std::string_view low) {
  NameWords words;
  words.reserve(4);
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > begin) words.push_back(low.substr(begin, end - begin));
    begin = end;
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool hump = is_upper(name[i]) && i > 0 && is_lower(name[i - 1]);
    if (hump) end_word(i);
    if (is_alnum(name[i])) continue;
    end_word(i);
    begin = i + 1;
  }
  end_word(name.size());
  return words;
}

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, is_digit);
}

bool ends_in_secret(const NameWords& words) {
  const std::string_view last = words.back();
  if (last == "pass" || last == "pwd") return words.size() > 1;
  if (lists::secret_words.contains(last)) return true;
  if (last.ends_with("password") || last.ends_with("passwd")) return true;
  if (words.size() < 2) return false;
  const std::string_view before = words[words.size() - 2];
  if (last == "key") return lists::secret_key_kinds.contains(before);
  // Rails: SECRET_KEY_BASE.
  return last == "base" && before == "key";
}

}  // namespace

bool is_secret_name(std::string_view name) {
  if (name.size() > longest_name) return false;
  const std::string low = lower_case(name);
  NameWords words = words_of(name, low);
  while (!words.empty() && is_number(words.back())) words.pop_back();
  if (words.empty() || !ends_in_secret(words)) return false;
  return std::ranges::none_of(words, [](const auto& it) {
    return lists::public_name_words.contains(it);
  });
}

}  // namespace harden::rule
