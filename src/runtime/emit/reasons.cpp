#include "runtime/emit/reasons.h"

namespace harden {

std::string why(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& it : reasons) {
    std::string one = it.text;
    if (!it.place.empty()) one += " (" + it.place + ")";
    text = joined_reasons(text, one);
  }
  return text;
}

std::string joined_reasons(const std::string& text, const std::string& more) {
  return text.empty() ? more : more.empty() ? text : text + "; " + more;
}

}  // namespace harden
