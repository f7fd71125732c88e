#include "rewrite/scratch/rootfs_run.h"

#include "dockerfile/syntax/edit_helpers.h"

namespace harden {

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
