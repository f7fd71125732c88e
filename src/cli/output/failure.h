// What stops a command, or the work on one of its files, in one line.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>

namespace harden::cli {

// What the error says; of a bug in harden also that it is one, and of which
// version.
std::string failure_text(const std::exception& error);

// Does the work on one file. Gives what stopped it, with the file's name, so
// that the other files can go on all the same; nullopt: nothing did. Throws
// what stops the work on every file: UsageError, and bad_alloc.
//
// Whatever is done file by file is done in here: a bug that one file brings to
// light must not silence what is to be said about the others.
std::optional<std::string> failure_in(const std::string& file,
                                      const std::function<void()>& work);

}  // namespace harden::cli
