// Texts that are secrets, and those that only stand where one will be.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/rules/rule.h"
#include "base/source/source_file.h"
#include "base/text/ascii.h"

namespace harden::rule {

enum class SecretValue : std::uint8_t {
  none,       // empty, a switch, a path, an address, a placeholder
  guessable,  // "password", "admin": a default that everybody tries
  chosen,     // what somebody thought of
  random,     // what a program made: no placeholder looks so
};
// Of what a name says is a secret.
SecretValue judge_secret(std::string_view value);

// `https://user:password@host`; the span is the password's. None for a
// password that is a variable or a placeholder.
struct Login {
  Span password;
  SecretValue value = SecretValue::none;
};
std::optional<Login> find_login(std::string_view text);

// How much such a value in a file weighs. What only a program makes up is a
// secret for certain; a default that everybody tries, and what is not in the
// image, are remarks.
Severity secret_severity(const RuleInfo& rule, SecretValue value,
                         bool in_image);

// Tokens consist of these.
constexpr bool is_token_character(char c) {
  return is_alnum(c) || c == '_' || c == '-';
}

// A secret that shows by its form whose it is, which nothing else has: "AKIA…",
// "ghp_…".
struct KnownSecret {
  std::string_view kind;  // "an access key of AWS"
  Span span;              // in the text that was looked at
};
std::optional<KnownSecret> find_known_secret(std::string_view text);

// How much chance there is in a text: bits for each character.
double entropy(std::string_view text);

}  // namespace harden::rule
