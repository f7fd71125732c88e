// Reads what the user named into a SourceFile, or says in one line why not.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/source/source_file.h"

namespace harden {

// What messages call a file that was named so: "-" is "<stdin>".
std::string shown_name(const std::string& path);

// The file at `path`; "-" is standard input, which messages call "<stdin>".
// Throws BadInput for whatever cannot be a Dockerfile: missing, a directory,
// unreadable, empty, larger than 16 MiB or 500,000 lines, binary, or one
// endless line. Never reads more than the 16 MiB, also from a pipe or device
// that does not end.
SourceFile read_input(const std::string& path);

// The same for an open file; `name` is what messages call it.
SourceFile read_input(std::string name, int descriptor);

// The bytes of a file of another kind, at most 16 MiB; also from a pipe, as
// `<(command)` gives it. `kind` is what it should be, "the output of `docker
// image inspect`". Throws BadInput.
std::string read_bytes(const std::string& path, const std::string& kind);

// A file of any size, block by block; "-" is standard input. Throws BadInput,
// also what `take` throws.
void read_blocks(const std::string& path, const std::string& kind,
                 const std::function<void(std::string_view block)>& take);

// Reads small files that may as well be missing.
// The bytes of a regular file; nullopt when it is missing, unreadable,
// something else, or larger than `limit`. Never blocks on a pipe.
std::optional<std::string> read_small_file(const std::string& path,
                                           std::size_t limit);

// Reads a text of any size line by line, as logs are.
// Calls `take` for each line, without its line ending; of lines over 64 KiB
// only the beginning. "-" is standard input. `kind` is what the file should be,
// "a log of the kernel". Throws BadInput for what cannot be read, and for files
// with NUL bytes, which are not text.
void read_lines(const std::string& path, const std::string& kind,
                const std::function<void(std::string_view line)>& take);

}  // namespace harden
