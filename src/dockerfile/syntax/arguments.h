// How instructions cut the text behind their keyword, as BuildKit's
// frontend/dockerfile/parser/line_parsers.go does.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// The keyword that a logical line begins with, in any case.
Keyword keyword_of(std::string_view line);

// The name of the keyword that a misspelt word was meant to be; empty: none.
std::string_view closest_keyword(std::string_view word);

// The flags at the beginning of a text; `rest` is where the arguments begin.
struct Flags {
  std::vector<Flag> list;
  std::size_t rest = 0;
};
Flags parse_flags(const LogicalText& line, std::size_t begin);
std::string_view behind_flags(std::string_view text);

// Words between blanks; quotes have no meaning.
std::vector<Word> words_between_blanks(const LogicalText& text);

// Words between blanks outside of quotes; quotes and escapes are kept.
std::vector<Word> words_with_quotes(const LogicalText& text, char escape);

// The exec form: a JSON array of strings from `begin` to the end of the text.
std::optional<std::vector<Word>> parse_string_array(const LogicalText& text,
                                                    std::size_t begin = 0);
bool is_string_array(std::string_view text);

// A JSON array, but not of strings: the engine refuses it.
bool is_other_json_array(std::string_view text);

// Makes a typed instruction of a logical line. What the engine would refuse
// goes to `problems`; the instruction then keeps an Unreadable body.
Instruction build_instruction(const LogicalText& line, char escape,
                              std::vector<Diagnostic>& problems);

}  // namespace harden
