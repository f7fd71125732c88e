// Parser directives: `# name=value` at the top of the file.
#pragma once

#include <optional>
#include <string_view>

#include "dockerfile/document.h"

namespace harden {

// BuildKit's ^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$ on a line without its
// ending; leading blanks are allowed. The span is left empty.
std::optional<Directive> parse_directive(std::string_view line);

}  // namespace harden
