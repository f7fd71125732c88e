#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "harden/driver.h"
#include "harden/knowledge.h"
#include "invariants.h"
#include "syntax/parse.h"

namespace harden::test {
namespace {

Hardened run(const std::string& bytes) {
  Options options;
  options.evaluate.bases = &builtin_bases();
  return harden(SourceFile("input", bytes), options);
}

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

void check_rewrite(const std::string& bytes) {
  const Hardened first = run(bytes);
  const bool fixed =
      std::any_of(first.diagnostics.begin(), first.diagnostics.end(),
                  [](const Diagnostic& d) { return d.fix.has_value(); });
  if (!fixed && first.text != bytes) {
    throw Violation("the text changed without a fix");
  }
  for (const Diagnostic& diagnostic : first.diagnostics) {
    if (diagnostic.span.begin > diagnostic.span.end ||
        diagnostic.span.end > bytes.size()) {
      throw Violation(std::string(diagnostic.rule) +
                      " points outside the original file");
    }
  }
  if (first.text == bytes) return;

  check_tree(first.text);
  expect_comments_kept(parse(SourceFile("input", bytes)),
                       parse(SourceFile("output", first.text)));
  if (bytes.find('\n') != bytes.npos && bare_line_ends(bytes) == 0 &&
      bare_line_ends(first.text) != 0) {
    throw Violation("a file with CRLF got a line that ends in LF");
  }
  const Hardened second = run(first.text);
  if (second.text != first.text) {
    throw Violation("a second run changes the file again:\n--- first\n" +
                    first.text + "\n--- second\n" + second.text);
  }
  if (second.after.privilege != first.after.privilege) {
    throw Violation("the second run sees another user");
  }
}

}  // namespace harden::test
