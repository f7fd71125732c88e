// Comments of `#` in scripts, YAML and profiles. Their texts come from files of
// strangers: nothing in one may end its line, or give orders.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// What a comment begins with that speaks to harden: `# harden: ignore=HD101`.
inline constexpr std::string_view directive_mark = "harden:";

// `# TEXT` in lines of about 80 columns with the given indent; empty for an
// empty text. However it is wrapped, no line is a directive, neither harden's
// (which YAML may have behind any `#`) nor shellcheck's.
std::string comment(std::string_view text, std::string_view indent = "");

}  // namespace harden
