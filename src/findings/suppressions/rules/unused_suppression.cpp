#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/rules/rule.h"
#include "findings/suppressions/suppression_findings.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo unused_suppression = {
    .code = "HD004",
    .name = "unused-suppression",
    .summary = "A suppression comment suppresses nothing",
    .what =
        "A `# harden: ignore=CODE` comment stands above an instruction for "
        "which that code is not reported, `# harden: ignore-stage=CODE` in a "
        "stage or `# harden: ignore-file=CODE` in a file where it is not "
        "reported at all. Codes about what a rewrite does, as HD106 or HD140, "
        "are not looked at: `harden check` never reports them.",
    .why =
        "What it once excused is gone; left in place it would hide the same "
        "fault when it comes back.",
    .remedy =
        "Remove the code from the comment, or the whole comment. It belongs on "
        "the line above the instruction that the finding points to.",
    .before =
        "FROM debian:12\n# harden: ignore=HD101 needs root\nUSER 1000:1000\n",
    .severity = Severity::warning,
};

}  // namespace rule

namespace {

std::string_view where(SuppressionPlace place) {
  if (place == SuppressionPlace::file) return "in this file";
  return place == SuppressionPlace::stage ? "in this stage" : "here";
}

}  // namespace

Diagnostic unused_suppression(const SourceFile& source, Span code,
                              SuppressionPlace place, SuppressedFile kind) {
  std::string help = "remove it";
  if (place == SuppressionPlace::nothing) {
    help = fmt::format(
        "put it on the line above the {} it is for",
        kind == SuppressedFile::dockerfile ? "instruction" : "setting");
  }
  return finding(
      rule::unused_suppression, code,
      fmt::format("`{}` is not reported {}, so this suppresses nothing",
                  source.text(code), where(place)),
      std::move(help));
}

}  // namespace harden
