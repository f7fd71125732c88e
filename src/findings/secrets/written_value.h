// A word of ENV, ARG or LABEL as far as the word alone tells it.
#pragma once

#include <string>

#include "dockerfile/document.h"

namespace harden::rule {

struct WrittenValue {
  std::string text;      // quotes and escapes taken out; of a literal word only
  bool literal = false;  // has no variables
  std::string variable;  // the first that it has
};
WrittenValue written_value(const Document& document, const Word& word);

}  // namespace harden::rule
