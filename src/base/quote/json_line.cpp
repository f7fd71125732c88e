#include "base/quote/json_line.h"

#include <algorithm>

#include "base/text/utf8.h"

namespace harden {
namespace {

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Utf8Char c = decode_utf8(text, 0);
    if (!c.valid) return false;
    text.remove_prefix(c.size);
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
