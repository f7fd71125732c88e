#include "findings/suppressions/suppression_findings.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "base/rules/rule.h"
#include "base/text/closest.h"

namespace harden {
namespace {

std::vector<std::string_view> known_words() {
  std::vector<std::string_view> words;
  for (const auto& rule : rules()) {
    words.push_back(rule.code);
    words.push_back(rule.name);
  }
  return words;
}

std::string_view where(SuppressionPlace place) {
  if (place == SuppressionPlace::file) return "in this file";
  return place == SuppressionPlace::stage ? "in this stage" : "here";
}

// "; harden.toml:3 asks for one"
std::string said_by(const SuppressionRules& rules, std::string_view verb) {
  return rules.place.empty() ? std::string()
                             : fmt::format("; {} {}", rules.place, verb);
}

}  // namespace

Diagnostic unknown_action(const SourceFile& source, Span action,
                          SuppressedFile kind) {
  const bool dockerfile = kind == SuppressedFile::dockerfile;
  const std::string_view word = source.text(action);
  if (!dockerfile && word == "ignore-stage") {
    return finding(
        "HD005", action, "only Dockerfiles have stages",
        "`# harden: ignore-file=CODE reason` excuses it everywhere in "
        "the file");
  }
  return finding(
      "HD005", action, fmt::format("`# harden: {}` is not understood", word),
      fmt::format("write `# harden: ignore=CODE reason` above {}, or "
                  "`# harden: ignore-file=CODE reason`",
                  dockerfile ? "an instruction" : "a setting"));
}

Diagnostic unknown_code(const SourceFile& source, Span code) {
  if (code.empty()) {
    return finding("HD005", code,
                   "no rule is named, so this suppresses nothing",
                   "write `# harden: ignore=CODE reason`; `harden rules` lists "
                   "the codes");
  }
  const auto near = closest(source.text(code), known_words());
  return finding(
      "HD005", code,
      fmt::format("there is no rule `{}`, so this suppresses nothing",
                  source.text(code)),
      near.empty() ? "see `harden rules` for the codes"
                   : fmt::format("did you mean `{}`?", near));
}

Diagnostic unused_suppression(const SourceFile& source, Span code,
                              SuppressionPlace place, SuppressedFile kind) {
  std::string help = "remove it";
  if (place == SuppressionPlace::nothing) {
    help = fmt::format(
        "put it on the line above the {} it is for",
        kind == SuppressedFile::dockerfile ? "instruction" : "setting");
  }
  return finding(
      "HD004", code,
      fmt::format("`{}` is not reported {}, so this suppresses nothing",
                  source.text(code), where(place)),
      std::move(help));
}

Diagnostic suppression_without_reason(const SourceFile& source, Span code,
                                      const SuppressionRules& rules) {
  return finding("HD006", code,
                 fmt::format("`{}` is excused without a reason, so this "
                             "suppresses nothing{}",
                             source.text(code), said_by(rules, "asks for one")),
                 "write why behind the codes: `# harden: ignore=CODE reason`");
}

Diagnostic forbidden_suppression(const SourceFile& source, Span code,
                                 const SuppressionRules& rules) {
  return finding("HD007", code,
                 fmt::format("`{}` must not be excused by a comment, so this "
                             "suppresses nothing{}",
                             source.text(code), said_by(rules, "forbids it")),
                 "remove it, and mend what it is about");
}

}  // namespace harden
