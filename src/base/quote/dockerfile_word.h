// Text of unknown origin in instructions of a Dockerfile.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// A text in an instruction whose words the engine expands (USER, WORKDIR, COPY,
// ENV …): variables, quotes and escapes in it stay what they are. `escape` is
// the file's escape character. Blanks stay blanks, which end a word of COPY:
// those go into a list of JSON strings, which is expanded as well. No such
// instruction can hold a line end.
std::string dockerfile_word(std::string_view text, char escape);

// Its paths as COPY and ADD take them: bare, or as a list where one has blanks.
std::string copy_paths(std::string_view from, std::string_view to, char escape);

}  // namespace harden
