// Text of unknown origin in a table of Markdown.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Nothing in it can end the cell, format, link, mention anybody or be HTML;
// what stands in backticks is shown as code.
std::string markdown_cell(std::string_view text);

// All of it as code.
std::string markdown_code(std::string_view text);

}  // namespace harden
