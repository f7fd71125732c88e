// Quotes, escapes and variables of one word, as BuildKit resolves them in
// ENV, ARG, LABEL, USER, WORKDIR, COPY, ADD, EXPOSE, VOLUME, STOPSIGNAL and
// FROM (frontend/dockerfile/shell/lex.go). RUN, CMD and ENTRYPOINT leave
// theirs to the shell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "command/variable_source.h"

namespace harden {

struct Expansion {
  std::string value;         // complete only when known()
  std::string unknown_name;  // the first variable that made it unknown
  Unknown unknown;           // why
  std::string error;         // why the engine refuses the word; or empty
  std::size_t cost = 0;      // about how many bytes were gone through

  bool known() const { return error.empty() && !unknown; }
};

struct ExpandOptions {
  char escape = '\\';
  // `$$` and `$@` are variables, which nobody sets; they stay otherwise.
  bool special_names = true;
  // Words that grow beyond this many bytes are refused.
  std::size_t limit = std::size_t{1} << 20;
};

// Takes any bytes; the cost is bounded by the word's length and the limit.
Expansion expand_word(std::string_view word, const VariableSource& variables,
                      const ExpandOptions& options = {});

}  // namespace harden
