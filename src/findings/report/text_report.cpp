#include "findings/report/text_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote/visible_text.h"
#include "base/text/palette.h"
#include "findings/report/excerpt.h"
#include "findings/report/fix_diff.h"

namespace harden {
namespace {

// `FILE:LINE:COLUMN: error[HD101]: MESSAGE`
std::string headline(const SourceFile& source, const Diagnostic& diagnostic,
                     bool fixed, const Palette& palette) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  const auto at = source.position(std::min(diagnostic.span.begin, size));
  const auto word = fixed ? "fixed" : to_string(diagnostic.severity);
  const auto label = fmt::format("{}[{}]", word, diagnostic.rule);
  return fmt::format(
      "{} {}: {}\n",
      palette.bold(
          fmt::format("{}:{}:{}:", visible(source.name()), at.line, at.column)),
      fixed ? palette.good(label) : palette.of(diagnostic.severity, label),
      palette.bold(visible(diagnostic.message)));
}

class ReportNotes {
 public:
  ReportNotes(std::uint32_t gutter, const Palette& palette)
      : gutter_(gutter), palette_(palette) {}

  void add(std::string_view kind, std::string_view text) {
    if (text.empty()) return;
    text_.append(gutter_ + 1, ' ').append(palette_.gutter("=")).append(" ");
    text_.append(palette_.bold(std::string(kind) + ":")).append(" ");
    text_.append(visible(text)).append("\n");
  }
  void add_lines(const SourceFile& source, const Fix& fix) {
    text_ += fix_lines(source, fix, gutter_ + 3, palette_);
  }
  const std::string& text() const { return text_; }

 private:
  std::uint32_t gutter_;
  const Palette& palette_;
  std::string text_;
};

std::string report_one(const SourceFile& source, const Diagnostic& diagnostic,
                       const TextStyle& style, bool with_lines) {
  const Palette palette(style.colour);
  const bool fixed = style.fixed && diagnostic.fix.has_value();
  const Excerpt lines = excerpt(source, diagnostic, fixed, palette);
  ReportNotes notes(lines.gutter, palette);
  for (const auto& reason : diagnostic.because) notes.add("because", reason);
  if (diagnostic.fix) {
    notes.add(fixed ? "change" : "fix", diagnostic.fix->title);
    if (style.fix_lines) notes.add_lines(source, *diagnostic.fix);
  }
  const bool says_more =
      !diagnostic.fix || diagnostic.help != diagnostic.fix->title;
  if (says_more) notes.add("help", diagnostic.help);
  return headline(source, diagnostic, fixed, palette) +
         (with_lines ? lines.text : "") + notes.text();
}

}  // namespace

std::string text_report(const SourceFile& source, const Diagnostic& diagnostic,
                        const TextStyle& style) {
  return report_one(source, diagnostic, style, true);
}

std::string text_report(const SourceFile& source,
                        std::span<const Diagnostic> diagnostics,
                        const TextStyle& style) {
  std::string result;
  const Diagnostic* previous = nullptr;
  for (const auto& it : diagnostics) {
    // What concerns one place is told as one paragraph, the lines shown once.
    const bool same =
        previous != nullptr && previous->span == it.span && it.labels.empty();
    if (previous != nullptr && !same) result += '\n';
    result += report_one(source, it, style, !same);
    previous = &it;
  }
  if (previous != nullptr) result += '\n';
  return result;
}

}  // namespace harden
