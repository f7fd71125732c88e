// Secrets that show by their form whose they are.
#pragma once

#include <optional>
#include <string_view>

#include "base/source/span.h"

namespace harden::lint_rules {

// A text of a form that nothing else has: "AKIA…", "ghp_…".
struct KnownSecret {
  std::string_view kind;  // "an access key of AWS"
  Span span;              // in the text that was looked at
};
std::optional<KnownSecret> find_known_secret(std::string_view text);

}  // namespace harden::lint_rules
