#include <algorithm>

#include "shell/shell_script.h"

namespace harden::shell {

bool Word::literal() const {
  return std::all_of(parts.begin(), parts.end(), [](const WordPart& it) {
    return it.kind == WordPart::Kind::text;
  });
}

std::string Word::value(std::string_view script) const {
  std::string result;
  for (const WordPart& it : parts) {
    if (it.kind == WordPart::Kind::text) {
      result += it.text;
    } else {
      result += script.substr(it.span.begin, it.span.size());
    }
  }
  return result;
}

}  // namespace harden::shell
