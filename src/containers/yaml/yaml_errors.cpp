#include "containers/yaml/yaml_errors.h"

#include <algorithm>
#include <string_view>

#include "containers/refuse.h"

namespace harden::yaml {
namespace {

struct TranslatedError {
  std::string_view theirs;
  std::string_view ours;
};

constexpr TranslatedError phrases[] = {
    {"illegal map value",
     "a `:` where no key can stand; a value that holds `: ` needs quotes, and "
     "a "
     "key the indentation of its neighbours"},
    {"end of map not found",
     "this does not belong to the map above; indent it as its neighbours, and "
     "write `key: value`"},
    {"end of sequence not found",
     "this does not belong to the list above; indent it as its neighbours, and "
     "begin it with `- `"},
    {"end of map flow not found", "a `{` is never closed"},
    {"end of sequence flow not found", "a `[` is never closed"},
    {"illegal EOF in scalar", "a quote is never closed"},
    {"illegal document indicator in scalar",
     "a quote is not closed before the next document"},
    {"unknown token",
     "no value can begin with this character; put the value in quotes"},
    {"illegal block entry", "a `- ` where no list can begin"},
    {"illegal map key", "a key where none can stand"},
    {"bad file", "is nested more than 500 levels deep"},
    {"the referenced anchor is not defined",
     "this alias names an anchor that is not defined above it"},
};

// The line of an offset, or the last one above with anything in it, when tabs
// indent it: yaml-cpp then complains about something else, somewhere behind.
std::uint32_t tab_near(const SourceFile& source, std::uint32_t offset) {
  const std::uint32_t at = source.position(offset).line;
  for (std::uint32_t line = at, seen = 0; line > 0 && seen < 3; --line) {
    const std::string_view text = source.line(line);
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == text.npos || text[begin] == '#') continue;
    const auto tab = text.substr(0, begin).find('\t');
    if (tab != text.npos) {
      return source.line_begin(line) + static_cast<std::uint32_t>(tab);
    }
    ++seen;
  }
  return UINT32_MAX;
}

}  // namespace

void refuse_syntax(const SourceFile& source, std::uint32_t offset,
                   const std::string& said) {
  const std::string_view bytes = source.bytes();
  offset = std::min(offset, static_cast<std::uint32_t>(bytes.size()));
  if (const std::uint32_t tab = tab_near(source, offset); tab != UINT32_MAX) {
    containers::refuse(source, tab, "a tab cannot indent YAML; use blanks");
  }
  if (const auto braces = bytes.find("{{"); braces != bytes.npos) {
    containers::refuse(source, static_cast<std::uint32_t>(braces),
                       "is no YAML but a template (`{{`); render it first, as "
                       "with `helm template`");
  }
  const auto* known = std::find_if(
      std::begin(phrases), std::end(phrases),
      [&](const TranslatedError& it) { return said.starts_with(it.theirs); });
  containers::refuse(source, offset,
                     known == std::end(phrases) ? "is no YAML: " + said
                                                : std::string(known->ours));
}

}  // namespace harden::yaml
