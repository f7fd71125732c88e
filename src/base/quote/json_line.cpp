#include "base/quote/json_line.h"

#include <algorithm>

#include "base/text/utf8.h"

namespace harden {
namespace {

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (c.length == 0) return false;
    text.remove_prefix(c.length);
  }
  return true;
}

}  // namespace

bool is_exact(const Fix& fix) {
  const auto can_stand = [](const auto& it) { return is_utf8(it.text); };
  return std::all_of(fix.edits.begin(), fix.edits.end(), can_stand) &&
         std::all_of(fix.files.begin(), fix.files.end(), can_stand);
}

}  // namespace harden
