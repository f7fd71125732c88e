#include <algorithm>
#include <string>

#include "findings/driver.h"
#include "invariants.h"
#include "knowledge/knowledge.h"

namespace harden::test {
namespace {

Hardened run(const std::string& bytes) {
  Options options;
  options.evaluate.bases = &builtin_bases();
  return harden(SourceFile("input", bytes), options);
}

}  // namespace

void check_rewrite(const std::string& bytes) {
  const Hardened first = run(bytes);
  const bool fixed =
      std::any_of(first.diagnostics.begin(), first.diagnostics.end(),
                  [](const Diagnostic& d) { return d.fix.has_value(); });
  if (!fixed && first.text() != bytes) {
    throw Violation("the text changed without a fix");
  }
  for (const Diagnostic& diagnostic : first.diagnostics) {
    check_place(diagnostic.span, bytes, diagnostic.rule);
  }
  if (first.text() == bytes) return;

  check_edited(bytes, std::string(first.text()));
  const Hardened second = run(std::string(first.text()));
  if (second.text() != first.text()) {
    throw Violation("a second run changes the file again:\n--- first\n" +
                    std::string(first.text()) + "\n--- second\n" +
                    std::string(second.text()));
  }
  if (second.after().privilege != first.after().privilege) {
    throw Violation("the second run sees another user");
  }
}

}  // namespace harden::test
