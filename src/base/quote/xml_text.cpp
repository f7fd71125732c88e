#include "base/quote/xml_text.h"

#include "base/quote/visible_text.h"

namespace harden {
namespace {

std::string escaped_xml(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace

std::string xml_attribute(std::string_view text) {
  return escaped_xml(visible(text));
}

std::string xml_text(std::string_view text) {
  return escaped_xml(visible_lines(text));
}

}  // namespace harden
