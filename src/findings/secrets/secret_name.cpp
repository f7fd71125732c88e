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

// "db", "password" of DB_PASSWORD, db-password and dbPassword.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool splits = !is_upper(c) && !is_lower(c) && !is_digit(c);
    const bool hump = is_upper(c) && i > 0 && is_lower(name[i - 1]);
    if ((splits || hump) && !words.back().empty()) words.emplace_back();
    if (!splits) words.back() += lower(c);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, is_digit);
}

bool ends_in_secret(const std::vector<std::string>& words) {
  const std::string& last = words.back();
  if (last == "pass" || last == "pwd") return words.size() > 1;
  if (lists::secret_words.contains(last)) return true;
  if (last.ends_with("password") || last.ends_with("passwd")) return true;
  if (words.size() < 2) return false;
  const std::string& before = words[words.size() - 2];
  if (last == "key") return lists::secret_key_kinds.contains(before);
  // Rails: SECRET_KEY_BASE.
  return last == "base" && before == "key";
}

}  // namespace

bool is_secret_name(std::string_view name) {
  if (name.size() > longest_name) return false;
  std::vector<std::string> words = words_of(name);
  while (!words.empty() && is_number(words.back())) words.pop_back();
  if (words.empty() || !ends_in_secret(words)) return false;
  return std::ranges::none_of(words, [](const auto& it) {
    return lists::public_name_words.contains(it);
  });
}

}  // namespace harden::rule
