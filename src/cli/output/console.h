// The terminal, or what stands in for it.
#pragma once

#include <string_view>

namespace harden::cli {

// Whether a stream is a terminal that wants colours: neither --no-color nor
// NO_COLOR nor TERM=dumb.
bool wants_colour(int descriptor, bool no_color);

// To standard output. Throws OutputError.
void print(std::string_view text);

// Bytes of a file to standard output: as they are, but on a terminal with the
// controls made visible, so that a file cannot take the terminal over.
void print_file(std::string_view bytes);

// To standard error; nothing can be done where that fails.
void print_error(std::string_view text);

// "error: MESSAGE" as one line on standard error.
void report_failure(std::string_view message, bool no_color);

}  // namespace harden::cli
