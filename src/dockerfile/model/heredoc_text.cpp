#include "dockerfile/model/heredoc_text.h"

#include <string_view>

namespace harden {

std::string heredoc_text(const Document& document, const Heredoc& heredoc) {
  const std::string_view lines = document.text(heredoc.body);
  if (!heredoc.strips_tabs) return std::string(lines);
  std::string result;
  bool line_begins = true;
  for (const char c : lines) {
    if (line_begins && c == '\t') continue;
    line_begins = c == '\n';
    result += c;
  }
  return result;
}

}  // namespace harden
