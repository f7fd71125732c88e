#include <string>

#include "findings/driver.h"
#include "findings/fix.h"
#include "invariants.h"
#include "knowledge/knowledge.h"

namespace harden::test {
namespace {

Options with_known_bases() {
  Options options;
  options.evaluate.bases = &builtin_bases();
  return options;
}

void check_findings(const std::string& bytes, const Options& options) {
  const Checked checked = check(SourceFile("input", bytes), options);
  for (const Diagnostic& it : checked.diagnostics) {
    check_place(it.span, bytes, it.rule);
    if (!it.fix) continue;
    for (const Edit& edit : it.fix->edits) {
      check_place(edit.span, bytes, it.rule);
    }
  }
}

struct Fixed {
  FixedFile result;
  std::string text;
};

Fixed fixed(const std::string& bytes, const Options& options) {
  FixedFile result = fix(revision_of(SourceFile("input", bytes), options),
                         options, {.up_to = Safety::changes_behaviour});
  std::string text(result.file.text());
  return {std::move(result), std::move(text)};
}

std::string rules_of(const Fixed& file) {
  std::string rules;
  for (const Diagnostic& it : file.result.applied) {
    rules += " " + std::string(it.rule);
  }
  return rules;
}

}  // namespace

void check_fix(const std::string& bytes) {
  const Options options = with_known_bases();
  check_findings(bytes, options);
  const Fixed first = fixed(bytes, options);
  if (first.result.applied.empty() && first.text != bytes) {
    throw Violation("the text changed without a fix");
  }
  if (first.text == bytes) return;
  check_edited(bytes, first.text);
  const Fixed second = fixed(first.text, options);
  if (second.text != first.text) {
    throw Violation("a second run fixes more:" + rules_of(second) +
                    "\n--- first\n" + first.text + "\n--- second\n" +
                    second.text);
  }
}

}  // namespace harden::test
