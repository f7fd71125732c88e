#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "base/text/word_lists.h"
#include "findings/registry.h"
#include "findings/suppressions/suppression_findings.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo unknown_suppression_code = {
    .code = "HD005",
    .name = "unknown-suppression-code",
    .summary = "A suppression comment names a code that does not exist",
    .what =
        "A `# harden:` comment names a code or rule name that `harden rules` "
        "does not list, or an action other than `ignore`, `ignore-stage` and "
        "`ignore-file`.",
    .why = "The comment has no effect, though its author relies on it.",
    .remedy =
        "Correct the code; the message says which one is nearest. The forms "
        "are `# harden: ignore=HD101,HD104 reason` above an instruction, "
        "`# harden: ignore-stage=HD101 reason` in a stage or above its FROM, "
        "and `# harden: ignore-file=HD101 reason` anywhere.",
    .before = "FROM debian:12\n# harden: ignore=HD1O1 needs root\nUSER root\n",
    .severity = Severity::warning,
};

}  // namespace rule

namespace {

std::vector<std::string_view> known_words() {
  std::vector<std::string_view> words;
  for (const auto& rule : rules()) {
    words.push_back(rule.code);
    words.push_back(rule.name);
  }
  return words;
}

}  // namespace

Diagnostic unknown_action(const SourceFile& source, Span action,
                          SuppressedFile kind) {
  const bool dockerfile = kind == SuppressedFile::dockerfile;
  const std::string_view word = source.text(action);
  if (!dockerfile && word == "ignore-stage") {
    return finding(
        rule::unknown_suppression_code, action, "only Dockerfiles have stages",
        "`# harden: ignore-file=CODE reason` excuses it everywhere in "
        "the file");
  }
  return finding(
      rule::unknown_suppression_code, action,
      fmt::format("`# harden: {}` is not understood", word),
      fmt::format("write `# harden: ignore=CODE reason` above {}, or "
                  "`# harden: ignore-file=CODE reason`",
                  dockerfile ? "an instruction" : "a setting"));
}

Diagnostic unknown_code(const SourceFile& source, Span code) {
  if (code.empty()) {
    return finding(rule::unknown_suppression_code, code,
                   "no rule is named, so this suppresses nothing",
                   "write `# harden: ignore=CODE reason`; `harden rules` lists "
                   "the codes");
  }
  const auto near = closest(source.text(code), known_words());
  return finding(
      rule::unknown_suppression_code, code,
      fmt::format("there is no rule `{}`, so this suppresses nothing",
                  source.text(code)),
      near.empty() ? "see `harden rules` for the codes"
                   : fmt::format("did you mean `{}`?", near));
}

}  // namespace harden
