// The value of an option on the command line of a program whose other options
// nobody knows.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace harden {

// Of the word at `at`, where that is the option: what follows directly or
// behind `=`, or the next word. An option that ends with `=` or `:` has the
// rest of its word; the empty option is any operand.
std::optional<std::string> option_value(std::string_view option,
                                        std::span<const std::string> argv,
                                        std::size_t at);

struct FoundOption {
  std::string shown;  // "-u bind"
  std::string value;
};
// The last one of the options that the line has; none behind `--`.
std::optional<FoundOption> find_option(
    std::span<const std::string_view> options,
    std::span<const std::string> argv);

// Whether one of the arguments fits one of the patterns, or is such an option
// with its value: `--dir=/data`, `-u1000`.
bool has_argument(std::span<const std::string_view> patterns,
                  std::span<const std::string> argv);

}  // namespace harden
