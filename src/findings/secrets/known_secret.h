// Secrets that show by their form whose they are.
#pragma once

#include <optional>
#include <string_view>

#include "base/source/source_file.h"
#include "base/text/ascii.h"

namespace harden::rule {

// Tokens consist of these.
constexpr bool is_token_character(char c) {
  return is_alnum(c) || c == '_' || c == '-';
}

// A text of a form that nothing else has: "AKIA…", "ghp_…".
struct KnownSecret {
  std::string_view kind;  // "an access key of AWS"
  Span span;              // in the text that was looked at
};
std::optional<KnownSecret> find_known_secret(std::string_view text);

}  // namespace harden::rule
