// What stops a command, or the work on one of its files, in one line.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <vector>

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

// Runs a command over all files of the command line. One that cannot be used,
// or brings a bug to light, does not stop the others; its message goes to
// standard error. Returns the highest status.
int each_file(const std::vector<std::string>& files, bool no_color,
              const std::function<int(const std::string& file)>& run);

}  // namespace harden::cli
