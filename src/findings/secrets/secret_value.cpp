#include "findings/secrets/secret_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/text/find_any.h"
#include "knowledge/lists/secrets.h"

namespace harden::rule {
namespace {

constexpr std::size_t longest_value = 4096;

bool is_placeholder(const std::string& low) {
  if (low.size() < 4 || lists::placeholders.contains(low)) return true;
  if (find_any_of(low, "<>{}") != std::string::npos) return true;
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
  return std::min(find_any_of(text, of, from), text.size());
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
    if (find_any_of(password, "${}*%`") != std::string_view::npos) continue;
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

namespace {

bool is_example(std::string_view token) {
  const std::string low = lower_case(token);
  return low.find("example") != std::string::npos ||
         low.find("xxxx") != std::string::npos ||
         low.find("your") != std::string::npos ||
         low.find("1234567890") != std::string::npos || entropy(token) < 3.0;
}

constexpr std::size_t shortest_form = 20;  // of all forms

const lists::SecretForm* form_of(std::string_view token) {
  if (token.size() < shortest_form) return nullptr;
  for (const lists::SecretForm& form : lists::secret_forms) {
    if (token[0] != form.prefix[0] || !token.starts_with(form.prefix)) continue;
    const std::size_t rest = token.size() - form.prefix.size();
    const bool fits = rest >= form.at_least && rest <= form.at_most;
    if (fits && !is_example(token.substr(form.prefix.size()))) return &form;
  }
  return nullptr;
}

constexpr std::size_t shortest_part = 17;  // of a web token
static_assert(shortest_part <= shortest_form);

// Three parts of base64, the first two JSON objects.
bool begins_web_token(std::string_view token) {
  return token.starts_with("eyJ") && token.size() >= shortest_part;
}

std::size_t behind_token(std::string_view text, std::size_t at) {
  while (at < text.size() && is_token_character(text[at])) ++at;
  return at;
}

std::optional<KnownSecret> web_token(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (int part = 0; part < 3; ++part) {
    const std::size_t begin = end;
    end = behind_token(text, begin);
    const std::string_view token = text.substr(begin, end - begin);
    if (part < 2 ? !begins_web_token(token) : token.size() < 20) return {};
    if (part == 2) break;
    if (end >= text.size() || text[end] != '.') return std::nullopt;
    ++end;
  }
  return KnownSecret{
      "a signed web token",
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
}

}  // namespace

std::optional<KnownSecret> find_private_key(std::string_view text) {
  constexpr std::string_view begin = "-----BEGIN ";
  constexpr std::string_view end = "PRIVATE KEY";
  for (std::size_t at = text.find(begin); at != std::string_view::npos;
       at = text.find(begin, at + 1)) {
    const std::string_view line = text.substr(at + begin.size(), 40);
    const std::size_t found = line.find(end);
    const std::size_t dashes = line.find("--");
    if (found == std::string_view::npos || dashes < found) continue;
    // Only a mention of it: `grep -q "BEGIN PRIVATE KEY"`.
    const std::size_t behind = at + begin.size() + found + end.size();
    constexpr std::size_t shortest_key = 64;
    if (text.size() < behind + shortest_key) continue;
    return KnownSecret{
        "a private key",
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(behind)}};
  }
  return std::nullopt;
}

std::optional<KnownSecret> find_known_secret(std::string_view text) {
  if (text.size() < shortest_form) return std::nullopt;
  if (auto key = find_private_key(text)) return key;
  for (std::size_t at = 0; at + shortest_part <= text.size();) {
    // A token that is long enough has this byte, or begins behind it.
    std::size_t begin = at + shortest_part - 1;
    if (!is_token_character(text[begin])) {
      at = begin + 1;
      continue;
    }
    while (begin > at && is_token_character(text[begin - 1])) --begin;
    const std::size_t end = behind_token(text, begin);
    const std::string_view token = text.substr(begin, end - begin);
    if (const lists::SecretForm* form = form_of(token)) {
      return KnownSecret{
          form->kind,
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
    }
    if (token.starts_with("eyJ")) {
      if (auto found = web_token(text, begin)) return found;
    }
    at = end;
  }
  return std::nullopt;
}

double entropy(std::string_view text) {
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double part =
        static_cast<double>(count) / static_cast<double>(text.size());
    bits -= part * std::log2(part);
  }
  return bits;
}

}  // namespace harden::rule
