// Text of unknown origin in Markdown: CommonMark and GitHub's.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// A line of text behind `- ` or other words of one's own: no block begins in
// it, and nothing is formatted, links or is HTML; what stands in backticks is
// shown as code. Addresses may still become links to themselves.
std::string markdown_text(std::string_view text);

// Lines of commands in a block of code. Each byte stays what it is, for they
// are copied from there: visible() is the caller's to call.
std::string markdown_block(std::string_view lines);

// The same for a cell of a table on a page that others read, where nobody may
// be mentioned either.
std::string markdown_cell(std::string_view text);

// All of it as code.
std::string markdown_code(std::string_view text);

}  // namespace harden
