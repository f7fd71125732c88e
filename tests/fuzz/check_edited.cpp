#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"
#include "invariants.h"

namespace harden::test {
namespace {

std::vector<std::string_view> comments(const Document& document) {
  std::vector<std::string_view> found;
  for (const Token& token : document.tokens) {
    if (token.kind != TokenKind::comment) continue;
    std::string_view text = document.text(token.span);
    // A last line without its ending gets one when something follows it.
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
      text.remove_suffix(1);
    }
    found.push_back(text);
  }
  std::sort(found.begin(), found.end());
  return found;
}

void expect_comments_kept(const Document& before, const Document& after) {
  const auto old_comments = comments(before);
  const auto new_comments = comments(after);
  if (!std::includes(new_comments.begin(), new_comments.end(),
                     old_comments.begin(), old_comments.end())) {
    throw Violation("a comment is lost");
  }
}

// Line endings without a carriage return before them.
std::size_t bare_line_ends(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != text.npos;
       at = text.find('\n', at + 1)) {
    if (at == 0 || text[at - 1] != '\r') ++count;
  }
  return count;
}

}  // namespace

void check_place(const Span& place, const std::string& bytes, RuleId rule) {
  if (place.begin > place.end || place.end > bytes.size()) {
    throw Violation(std::string(rule) + " points outside the file");
  }
}

void check_edited(const std::string& before, const std::string& after) {
  check_tree(after);
  expect_comments_kept(parse(SourceFile("input", before)),
                       parse(SourceFile("output", after)));
  if (before.find('\n') != before.npos && bare_line_ends(before) == 0 &&
      bare_line_ends(after) != 0) {
    throw Violation("a file with CRLF got a line that ends in LF");
  }
}

}  // namespace harden::test
