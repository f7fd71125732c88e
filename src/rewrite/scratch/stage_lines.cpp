#include "rewrite/scratch/stage_lines.h"

#include <set>

#include "base/text/ascii.h"
#include "dockerfile/syntax/edit_helpers.h"

namespace harden {
namespace {

// Names that stages have, or that FROM and COPY --from mean an image by.
std::set<std::string> names_in_use(const Document& document) {
  std::set<std::string> result;
  for (const Instruction& it : document.instructions) {
    if (const auto* from = it.as<From>()) {
      result.insert(lower_case(from->image.value));
      if (from->alias) result.insert(lower_case(from->alias->value));
    }
    for (const Flag& flag : it.flags) {
      if (!flag.value) continue;
      if (flag.name == "from") result.insert(lower_case(flag.value->value));
      // RUN --mount=type=bind,from=NAME
      const std::size_t at = flag.value->value.find("from=");
      if (flag.name == "mount" && at != std::string::npos) {
        const std::string rest = flag.value->value.substr(at + 5);
        result.insert(lower_case(rest.substr(0, rest.find(','))));
      }
    }
  }
  return result;
}

}  // namespace

std::string free_stage_name(const Document& document, const std::string& wish) {
  const auto used = names_in_use(document);
  std::string name = wish;
  for (int i = 2; used.contains(name); ++i) {
    name = wish + "-" + std::to_string(i);
  }
  return name;
}

std::string as_name(const Document& document, const std::string& name) {
  return (document.style.lower_case_keywords ? " as " : " AS ") + name;
}

std::string rootfs_run(const Document& document,
                       const std::vector<std::string>& script) {
  const Style& style = document.style;
  const std::string next_line = std::string(" ") + style.escape +
                                style.newline + style.continuation_indent;
  std::string text = keyword_in_style(document, Keyword::run) + " ";
  for (const std::string& line : script) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (line[begin] == '#') {
      // Only without indentation is it a comment for every engine.
      text.resize(text.size() - style.continuation_indent.size());
      text += line.substr(begin) + style.newline + style.continuation_indent;
      continue;
    }
    text += line + next_line;
  }
  text.resize(text.size() - next_line.size());
  return text;
}

}  // namespace harden
