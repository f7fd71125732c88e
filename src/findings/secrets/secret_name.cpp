#include "findings/secrets/secret_name.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text/ascii.h"
#include "base/text/one_of.h"

namespace harden::rule {
namespace {

constexpr std::size_t longest_name = 200;

// At the end of a name each is a secret by itself.
constexpr std::array<std::string_view, 15> secret_words{
    "password",  "passwd",      "passphrase", "pass",       "pwd",
    "secret",    "secrets",     "token",      "apikey",     "secretkey",
    "authtoken", "accesstoken", "privatekey", "credential", "credentials"};

// A key is one only when it says of what kind.
constexpr std::array<std::string_view, 9> key_kinds{
    "api",        "access",  "secret", "private", "auth",
    "encryption", "signing", "master", "deploy"};

// Switches (`MYSQL_RANDOM_ROOT_PASSWORD=yes`), and what everybody may know.
constexpr std::array<std::string_view, 19> harmless_words{
    "allow",   "no",      "skip",     "disable", "disabled",
    "enable",  "enabled", "use",      "require", "required",
    "has",     "random",  "generate", "public",  "publishable",
    "without", "ask",     "prompt",   "reset"};

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
  return std::all_of(word.begin(), word.end(), is_digit);
}

bool ends_in_secret(const std::vector<std::string>& words) {
  const std::string& last = words.back();
  if (last == "pass" || last == "pwd") return words.size() > 1;
  if (is_one_of(last, secret_words)) return true;
  if (last.ends_with("password") || last.ends_with("passwd")) return true;
  if (words.size() < 2) return false;
  const std::string& before = words[words.size() - 2];
  if (last == "key") return is_one_of(before, key_kinds);
  // Rails: SECRET_KEY_BASE.
  return last == "base" && before == "key";
}

}  // namespace

bool is_secret_name(std::string_view name) {
  if (name.size() > longest_name) return false;
  std::vector<std::string> words = words_of(name);
  while (!words.empty() && is_number(words.back())) words.pop_back();
  if (words.empty() || !ends_in_secret(words)) return false;
  return std::none_of(words.begin(), words.end(), [](const auto& it) {
    return is_one_of(it, harmless_words);
  });
}

}  // namespace harden::rule
