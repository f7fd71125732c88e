#include "lint/secret_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include "source/ascii.h"

namespace harden::lint_rules {
namespace {

constexpr std::size_t longest_value = 4096;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_upper(c) || is_lower(c) || is_digit(c); }
bool is_token(char c) { return is_alnum(c) || c == '_' || c == '-'; }

// Bits for each character.
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

struct Form {
  std::string_view prefix;
  std::size_t at_least;  // characters behind it
  std::size_t at_most;
  std::string_view kind;
};
// As their issuers document them, or as secret scanners do.
constexpr std::size_t any = 4096;
constexpr Form forms[] = {
    {"AKIA", 16, 16, "an access key of AWS"},
    {"ASIA", 16, 16, "an access key of AWS"},
    {"AIza", 35, 35, "an API key of Google"},
    {"dckr_pat_", 20, any, "an access token of Docker Hub"},
    {"gho_", 36, any, "a token of GitHub"},
    {"ghp_", 36, any, "a token of GitHub"},
    {"ghr_", 36, any, "a token of GitHub"},
    {"ghs_", 36, any, "a token of GitHub"},
    {"ghu_", 36, any, "a token of GitHub"},
    {"github_pat_", 22, any, "a token of GitHub"},
    {"glpat-", 20, any, "a token of GitLab"},
    {"hf_", 34, 40, "a token of Hugging Face"},
    {"npm_", 36, 36, "a token of npm"},
    {"pypi-AgE", 50, any, "a token of PyPI"},
    {"rk_live_", 16, any, "a live key of Stripe"},
    {"sk-ant-", 40, any, "a key of Anthropic"},
    {"sk-proj-", 40, any, "a key of OpenAI"},
    {"sk_live_", 16, any, "a live key of Stripe"},
    {"xoxb-", 20, any, "a token of Slack"},
    {"xoxp-", 20, any, "a token of Slack"},
};

bool is_example(std::string_view token) {
  const std::string low = lower_case(token);
  return low.find("example") != std::string::npos ||
         low.find("xxxx") != std::string::npos ||
         low.find("your") != std::string::npos ||
         low.find("1234567890") != std::string::npos || entropy(token) < 3.0;
}

const Form* form_of(std::string_view token) {
  for (const Form& form : forms) {
    if (!token.starts_with(form.prefix)) continue;
    const std::size_t rest = token.size() - form.prefix.size();
    const bool fits = rest >= form.at_least && rest <= form.at_most;
    if (fits && !is_example(token.substr(form.prefix.size()))) return &form;
  }
  return nullptr;
}

// Three parts of base64, the first two JSON objects.
bool begins_web_token(std::string_view token) {
  constexpr std::size_t shortest = 17;
  return token.starts_with("eyJ") && token.size() >= shortest;
}

std::size_t behind_token(std::string_view text, std::size_t at) {
  while (at < text.size() && is_token(text[at])) ++at;
  return at;
}

std::optional<KnownSecret> private_key(std::string_view text) {
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

constexpr std::array<std::string_view, 16> placeholder_parts{
    "changeme", "change_me", "change-me", "example",    "placeholder", "dummy",
    "fake",     "replace",   "your",      "insert",     "xxx",         "todo",
    "not_set",  "notset",    "***",       "change_this"};
constexpr std::array<std::string_view, 29> placeholders{"true",
                                                        "false",
                                                        "yes",
                                                        "no",
                                                        "on",
                                                        "off",
                                                        "none",
                                                        "null",
                                                        "nil",
                                                        "undefined",
                                                        "unset",
                                                        "empty",
                                                        "default",
                                                        "test",
                                                        "testing",
                                                        "foo",
                                                        "bar",
                                                        "baz",
                                                        "foobar",
                                                        "build",
                                                        "temp",
                                                        "tmp",
                                                        "mock",
                                                        "sample",
                                                        "abc",
                                                        "unused",
                                                        "unknown",
                                                        "local",
                                                        "secret_key_base"};
constexpr std::array<std::string_view, 14> guessable{
    "password", "passwd", "pass",     "secret", "token",  "admin",  "root",
    "user",     "guest",  "postgres", "mysql",  "docker", "qwerty", "letmein"};

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& words,
           std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_placeholder(const std::string& low) {
  if (low.size() < 4 || is_in(placeholders, low)) return true;
  if (low.find_first_of("<>{}") != std::string::npos) return true;
  if (low.find_first_not_of(low[0]) == std::string::npos) return true;
  if (low.starts_with("test") || low.ends_with("test")) return true;
  return std::any_of(
      placeholder_parts.begin(), placeholder_parts.end(),
      [&](std::string_view it) { return low.find(it) != std::string::npos; });
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
    others += !is_token(c) && c != '+' && c != '/' && c != '=' && c != '.';
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

std::optional<KnownSecret> find_known_secret(std::string_view text) {
  if (auto key = private_key(text)) return key;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_token(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = behind_token(text, at);
    const std::string_view token = text.substr(at, end - at);
    if (const Form* form = form_of(token)) {
      return KnownSecret{
          form->kind,
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    }
    if (token.starts_with("eyJ")) {
      if (auto found = web_token(text, at)) return found;
    }
    at = end;
  }
  return std::nullopt;
}

SecretValue judge_secret(std::string_view value) {
  if (value.size() > longest_value) return SecretValue::chosen;
  const std::string low = lower_case(value);
  if (is_placeholder(low) || is_path_or_address(value)) {
    return SecretValue::none;
  }
  if (is_in(guessable, low)) return SecretValue::guessable;
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

}  // namespace harden::lint_rules
