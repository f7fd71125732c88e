// `<Dockerfile name>.dockerignore` holds for that one name: a hardened file
// with another name would build from another context.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source/diagnostic.h"

namespace harden::cli {

struct Companion {
  std::string dockerfile;  // empty: standard input
  std::string output;      // empty: standard output
  std::string context;
  bool comments = true;  // explain an inserted line
  // A folder that images do without; empty: none.
  std::string bundle = {};
};

// Gives the output the ignore file of the input, where the input has one of
// its own and both lie in one context. Where the ignore file in force leaves
// out a file that the output needs, the output gets one that lets it in: all
// lines of the other, since only one of them counts, and one more. The same
// where the bundle lies in the context and would be taken along. Returns a
// line to tell the user, or "". Throws OutputError.
std::string write_ignore_file(const Companion& companion,
                              const std::vector<NewFile>& needed);

// The same as a text, for a copy of the hardened file that lies elsewhere;
// nullopt when no ignore file is in force.
std::optional<std::string> ignore_text(const Companion& companion,
                                       const std::vector<NewFile>& needed);

}  // namespace harden::cli
