// `<Dockerfile name>.dockerignore` holds for that one name: a hardened file
// with another name would build from another context.
#pragma once

#include <string>

namespace harden::cli {

// Gives the output the ignore file of the input, where the input has one of
// its own and both lie in one context. Returns a line to tell the user, or "".
// Throws OutputError.
std::string copy_ignore_file(const std::string& dockerfile,
                             const std::string& output,
                             const std::string& context);

}  // namespace harden::cli
