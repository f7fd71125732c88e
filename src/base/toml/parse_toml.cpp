#include "base/toml/parse_toml.h"

#include <algorithm>
#include <cstdint>

#include "base/source/source_file.h"
#include "base/text/ascii.h"

namespace harden {

namespace {

constexpr std::size_t max_toml_size = 1 << 20;
// A key `a.b.c` is three tables deep, and tables are destroyed recursively.
constexpr std::ptrdiff_t max_dots = 200;

bool begins_key(char c) {
  return is_alnum(c) || c == '_' || c == '-' || c == '"' || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// toml++ 3 asserts that a key follows `[` where a line begins, so that `[=]`
// would end the program. Lists in lists, which could begin so on a line of
// their own, are not a setting of ours.
bool is_nameless_table(std::string_view line) {
  const auto skip_blanks = [&] {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  skip_blanks();
  if (!line.starts_with('[')) return false;
  line.remove_prefix(line.starts_with("[[") ? 2 : 1);
  skip_blanks();
  constexpr std::string_view fine = "]\r";
  return !line.empty() && !begins_key(line.front()) &&
         fine.find(line.front()) == std::string_view::npos;
}

void refuse_excess(std::string_view text, const std::string& file) {
  if (text.size() > max_toml_size) throw BadInput(file, "is larger than 1 MiB");
  std::uint32_t line = 1;
  for (;;) {
    const std::size_t end = text.find('\n');
    if (std::ranges::count(text.substr(0, end), '.') > max_dots) {
      throw BadInput(file, "more than 200 dots in one line", line);
    }
    if (is_nameless_table(text.substr(0, end))) {
      throw BadInput(file, "the name of a table must follow `[`", line);
    }
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
    ++line;
  }
}

}  // namespace

toml::table parse_toml(std::string_view text, const std::string& file) {
  refuse_excess(text, file);
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    const toml::source_position& place = error.source().begin;
    throw BadInput(file, std::string(error.description()), place.line,
                   place.column);
  }
}

}  // namespace harden
