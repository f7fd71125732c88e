#include "findings/secrets/secret_value.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/text/ascii.h"
#include "findings/secrets/entropy.h"
#include "findings/secrets/known_secret.h"
#include "knowledge/lists/secrets.h"

namespace harden::rule {
namespace {

constexpr std::size_t longest_value = 4096;

bool is_placeholder(const std::string& low) {
  if (low.size() < 4 || lists::placeholders.contains(low)) return true;
  if (low.find_first_of("<>{}") != std::string::npos) return true;
  if (low.find_first_not_of(low[0]) == std::string::npos) return true;
  if (low.starts_with("test") || low.ends_with("test")) return true;
  return !lists::placeholder_parts.part_of(low).empty();
}

bool is_path_or_address(std::string_view value) {
  return value.starts_with('/') || value.starts_with("./") ||
         value.starts_with('~') || value.find("://") != std::string_view::npos;
}

// Letters and digits mixed, as no word has them.
bool is_random(std::string_view value) {
  constexpr std::size_t shortest = 16;
  if (value.size() < shortest) return false;
  std::size_t digits = 0, letters = 0, others = 0;
  bool hex = true;
  for (const char c : value) {
    digits += is_digit(c);
    letters += is_upper(c) || is_lower(c);
    others +=
        !is_token_character(c) && c != '+' && c != '/' && c != '=' && c != '.';
    hex = hex &&
          (is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f') || c == '-');
  }
  if (digits < 3 || letters < 3 || others > value.size() / 8) return false;
  return entropy(value) >= (hex ? 3.0 : 3.7);
}

// A word and the year, or several: what people think of.
bool reads_as_words(std::string_view value) {
  std::size_t longest = 0, run = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool goes_on =
        is_lower(value[i]) || (is_upper(value[i]) && (i == 0 || run > 0) &&
                               (i == 0 || is_upper(value[i - 1])));
    run = goes_on ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest >= 6;
}

std::size_t find_any(std::string_view text, std::string_view of,
                     std::size_t from) {
  return std::min(text.find_first_of(of, from), text.size());
}

}  // namespace

SecretValue judge_secret(std::string_view value) {
  if (value.size() > longest_value) return SecretValue::chosen;
  const std::string low = lower_case(value);
  if (is_placeholder(low) || is_path_or_address(value)) {
    return SecretValue::none;
  }
  if (lists::guessable_secrets.contains(low)) return SecretValue::guessable;
  if (value.find(' ') != std::string_view::npos) return SecretValue::none;
  return is_random(value) && !reads_as_words(value) ? SecretValue::random
                                                    : SecretValue::chosen;
}

std::optional<Login> find_login(std::string_view text) {
  for (std::size_t at = text.find("://"); at != std::string_view::npos;
       at = text.find("://", at + 3)) {
    const std::size_t begin = at + 3;
    const std::size_t end = find_any(text, "/?# \t\r\n'\"<>,;", begin);
    const std::string_view host = text.substr(begin, end - begin);
    const std::size_t sign = host.rfind('@');
    const std::size_t colon = host.find(':');
    if (sign == std::string_view::npos || colon >= sign) continue;
    const std::string_view password = host.substr(colon + 1, sign - colon - 1);
    if (password.find_first_of("${}*%`") != std::string_view::npos) continue;
    const SecretValue value = judge_secret(password);
    if (value == SecretValue::none) continue;
    const auto from = static_cast<std::uint32_t>(begin + colon + 1);
    return Login{{from, from + static_cast<std::uint32_t>(password.size())},
                 value};
  }
  return std::nullopt;
}

Severity secret_severity(const RuleInfo& rule, SecretValue value,
                         bool in_image) {
  if (value == SecretValue::random) return Severity::error;
  const bool kept = in_image && value == SecretValue::chosen;
  return kept ? rule.severity : Severity::info;
}

}  // namespace harden::rule
