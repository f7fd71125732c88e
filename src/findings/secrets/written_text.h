// What echo, printf, tee, cat and sed put into files, as far as the line shows
// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text/word_lists.h"
#include "dockerfile/document.h"
#include "findings/runs/calls.h"

namespace harden::rule {

class WrittenText {
 public:
  explicit WrittenText(const Call& call);

  // The first of the settings that a line of it holds, case and blanks aside,
  // comments left out; empty when none does. They are lower case and have no
  // blanks.
  std::string_view find(const SortedWords& settings) const;
  Span span() const { return span_; }

 private:
  std::vector<std::string> lines_;  // lower case, without blanks
  Span span_;
};

// A word of ENV, ARG or LABEL as far as the word alone tells it.
struct WrittenValue {
  std::string text;      // quotes and escapes taken out; of a literal word only
  bool literal = false;  // has no variables
  std::string variable;  // the first that it has
};
WrittenValue written_value(const Document& document, const Word& word);

}  // namespace harden::rule
