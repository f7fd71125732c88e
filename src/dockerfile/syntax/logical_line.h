// A logical line: the text of an instruction with its continuations removed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/syntax/tokenize.h"

namespace harden {

// Joins the keyword and text lexemes of [begin, end) as BuildKit joins lines:
// continuations, and comments and blank lines between them, are left out. An
// escape character that ends the file counts as a continuation.
LogicalText join(std::string_view source, const Lexeme* begin,
                 const Lexeme* end, char escape);

// The part [begin, end) of a logical text.
LogicalText part(const LogicalText& whole, std::size_t begin, std::size_t end);

// The same without blanks at both ends.
LogicalText trimmed(const LogicalText& whole, std::size_t begin);

// Blank as in the engine's line parser: space, \t, \n, \v, \f, \r.
constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace harden
