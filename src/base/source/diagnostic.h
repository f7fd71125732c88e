// What harden has to say about a place in a file, and what it would change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"
#include "base/text/enum_words.h"

namespace harden {

// Changes to a source text, as lists of replaced ranges.
// Replaces the bytes of `span` with `text`; an insertion has an empty span.
struct Edit {
  Span span;
  std::string text;
};

// A file that a fix puts into the build context beside those that are there.
struct NewFile {
  std::string path;       // relative to the context, `/` between parts
  std::string made_from;  // the file that it is a changed copy of
  std::string text;
  std::uint32_t mode = 0644;  // permission bits, octal
};

// Whether a fix may change what the program does.
enum class Safety { safe, changes_behaviour, suggestion };
inline constexpr auto safety_words =
    enum_words<Safety::safe, Safety::suggestion>("safe", "changes-behaviour",
                                                 "suggestion");
constexpr std::string_view to_string(Safety safety) {
  return safety_words.of(safety);
}

struct Fix {
  std::string title;
  Safety safety = Safety::safe;
  std::vector<Edit> edits;
  std::vector<NewFile> files = {};
};

// The text with all edits applied. Edits may come in any order; insertions at
// one place keep the order in which they are given. Throws std::logic_error
// when two edits overlap or a span lies outside the text: both are bugs of the
// pass that made them.
std::string apply_edits(std::string_view text, std::vector<Edit> edits);

// Where offsets of the edited text lie in the text before the edits. One inside
// inserted text maps to the place of the edit.
class OffsetsBeforeEdits {
 public:
  explicit OffsetsBeforeEdits(std::vector<Edit> edits);
  std::uint32_t of(std::uint32_t offset) const;
  // A span of the edited text; never ends before it begins.
  Span of(Span span) const;

 private:
  struct Place {
    std::uint64_t begin = 0;  // of the inserted text, in the edited one
    std::uint64_t end = 0;
    Span replaced;
  };
  std::vector<Place> places_;
};

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
  // Gives no other reason than the answer to "who does it run as".
  bool repeats_verdict = false;
};

// Those at one place keep their order.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

}  // namespace harden
