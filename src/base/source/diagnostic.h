// What harden has to say about a place in a file, and what it would change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/edit.h"
#include "base/source/span.h"
#include "base/text/enum_words.h"

namespace harden {

enum class Severity { note, info, warning, error };
inline constexpr auto severity_words =
    enum_words<Severity::note, Severity::error>("note", "info", "warning",
                                                "error");
constexpr std::string_view to_string(Severity severity) {
  return severity_words.of(severity);
}

// "HD101"; points into the rule (base/rules/rule.h).
using RuleId = std::string_view;

// A second place that helps to understand the first.
struct Label {
  Span span;
  std::string message;
};

struct Diagnostic {
  RuleId rule;
  Severity severity = Severity::warning;
  Span span;
  // What was seen, then the risk, then the remedy. Lower-case start, no final
  // stop, code in backticks.
  std::string message;
  std::vector<Label> labels = {};
  // The facts that led here, one sentence each.
  std::vector<std::string> because = {};
  std::optional<Fix> fix = {};
  // What the user can do next; shown as "help: …". Empty when the message
  // says it all.
  std::string help = {};
  // Where else a comment excuses it: what no line says has no line of its own.
  std::vector<Span> excused_at = {};
};

// Those at one place keep their order.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

}  // namespace harden
