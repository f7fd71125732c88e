#include "image/start/option_value.h"

#include <algorithm>

#include "base/glob/glob.h"

namespace harden {
namespace {

bool is_letter_option(std::string_view option) {
  return option.size() == 2 && option[0] == '-' && option[1] != '-';
}

bool fits(std::string_view pattern, std::string_view word) {
  if (matches_wildcard(pattern, word)) return true;
  if (!pattern.starts_with('-') || !word.starts_with(pattern)) return false;
  return word[pattern.size()] == '=' || is_letter_option(pattern);
}

}  // namespace

std::optional<std::string> option_value(std::string_view option,
                                        std::span<const std::string> argv,
                                        std::size_t at) {
  const std::string_view word = argv[at];
  if (option.empty() && word.starts_with('-')) return std::nullopt;
  if (option.empty()) return std::string(word);
  if (!word.starts_with(option)) return std::nullopt;
  const std::string_view rest = word.substr(option.size());
  if (option.ends_with('=') || option.ends_with(':')) return std::string(rest);
  if (rest.empty()) {
    if (at + 1 >= argv.size()) return std::nullopt;
    return argv[at + 1];
  }
  if (rest.starts_with('=')) return std::string(rest.substr(1));
  return is_letter_option(option) ? std::optional(std::string(rest))
                                  : std::nullopt;
}

std::optional<FoundOption> find_option(
    std::span<const std::string_view> options,
    std::span<const std::string> argv) {
  std::optional<FoundOption> result;
  for (std::size_t i = 1; i < argv.size() && argv[i] != "--"; ++i) {
    for (const std::string_view option : options) {
      auto value = option_value(option, argv, i);
      if (!value) continue;
      const std::string next = argv[i] == option ? " " + *value : "";
      result = {argv[i] + next, *std::move(value)};
    }
  }
  return result;
}

bool has_argument(std::span<const std::string_view> patterns,
                  std::span<const std::string> argv) {
  for (std::size_t i = 1; i < argv.size(); ++i) {
    if (std::any_of(patterns.begin(), patterns.end(),
                    [&](std::string_view it) { return fits(it, argv[i]); })) {
      return true;
    }
  }
  return false;
}

}  // namespace harden
