// Text of unknown origin in scripts, in options of engines, in Dockerfiles.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Whether a POSIX shell takes the text, as it is, for one word with this value,
// wherever a word of a command stands. (A first word `a=b` is an assignment.)
bool is_bare_word(std::string_view text);

// A text as one word of a POSIX shell; bare where no quotes are needed. What
// has line ends goes over lines; NUL, which no word can hold, is left out.
std::string shell_word(std::string_view text);

// A text as it stands between double quotes of a POSIX shell.
std::string in_double_quotes(std::string_view text);

// A text as one field of `--mount` and its like, which are read as CSV.
std::string csv_field(std::string_view text);

// In a Dockerfile.
// A text in an instruction whose words the engine expands (USER, WORKDIR, COPY,
// ENV …): variables, quotes and escapes in it stay what they are. `escape` is
// the file's escape character. Blanks stay blanks, which end a word of COPY:
// those go into a list of JSON strings, which is expanded as well. No such
// instruction can hold a line end.
std::string dockerfile_word(std::string_view text, char escape);

// Its paths as COPY and ADD take them: bare, or as a list where one has blanks.
std::string copy_paths(std::string_view from, std::string_view to, char escape);

}  // namespace harden
