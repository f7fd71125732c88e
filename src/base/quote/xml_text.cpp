#include "base/quote/xml_text.h"

#include "base/quote/escaped.h"
#include "base/quote/visible_text.h"

namespace harden {
namespace {

constexpr auto xml_words = word_table<char>(
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}});

}  // namespace

std::string xml_attribute(std::string_view text) {
  return escaped(visible(text), xml_words);
}

std::string xml_text(std::string_view text) {
  return escaped(visible_lines(text), xml_words);
}

}  // namespace harden
