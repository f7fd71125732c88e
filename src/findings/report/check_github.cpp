#include <fmt/format.h>

#include <string_view>

#include "base/quote/visible_text.h"
#include "base/source/text_places.h"
#include "findings/registry.h"
#include "findings/report/check_formats.h"
#include "findings/report/report_path.h"

namespace harden {
namespace {

// The runner reads commands line by line, and properties up to `,` or `::`.
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' ||
                         (property && (c == ':' || c == ','));
    if (special) {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result;
}

std::string property(std::string_view name, std::string_view value) {
  return fmt::format("{}={}", name, escaped(value, true));
}

// What the runner calls them.
constexpr auto workflow_commands = enum_words<Severity::note, Severity::error>(
    "notice", "notice", "warning", "error");

std::string title_of(const Diagnostic& it) {
  const RuleInfo* rule = find_rule(it.rule);
  return rule == nullptr ? std::string(it.rule)
                         : fmt::format("{} {}", it.rule, rule->name);
}

// Columns count for places within one line only.
std::string annotated_place(const TextPlaces& places, Span given) {
  const Span span = places.inside(given);
  const TextPlace begin = places.at(span.begin);
  const TextPlace end = places.at(span.end);
  std::string text = fmt::format("line={},endLine={}", begin.line, end.line);
  if (begin.line == end.line) {
    text += fmt::format(",col={},endColumn={}", begin.utf16_column,
                        end.utf16_column);
  }
  return text;
}

std::string annotated_message(const Diagnostic& it) {
  std::string text = visible(it.message);
  for (const std::string& reason : it.because) {
    text += "\nbecause: " + visible(reason);
  }
  if (!it.help.empty()) text += "\nhelp: " + visible(it.help);
  return escaped(text, false);
}

std::string annotation(std::string_view command, const std::string& path,
                       const TextPlaces& places, const Diagnostic& it,
                       const std::string& title) {
  return fmt::format("::{} {},{},{}::{}\n", command, path,
                     annotated_place(places, it.span), property("title", title),
                     annotated_message(it));
}

std::string fixed_annotations(const CheckedFile& file,
                              const std::string& path) {
  if (file.unfixed == nullptr) return {};
  const TextPlaces places(*file.unfixed);
  std::string text;
  for (const Diagnostic& it : file.fixed) {
    text += annotation("notice", path, places, it, "fixed " + title_of(it));
  }
  return text;
}

// The report of `harden check` as annotations of GitHub Actions.
class CheckGithub : public CheckReport {
 public:
  explicit CheckGithub(CheckReportStyle style) : style_(std::move(style)) {}
  std::string add(const CheckedFile& file) override {
    const std::string path =
        property("file", visible(report_path(file.name, style_.folder)));
    std::string text;
    if (!file.failure.empty()) {
      text = fmt::format("::error {},{}::{}\n", path,
                         property("title", "harden: not checked"),
                         escaped(visible(file.failure), false));
    }
    text += fixed_annotations(file, path);
    if (file.source == nullptr) return text;
    const TextPlaces places(*file.source);
    for (const Diagnostic& it : file.findings) {
      text += annotation(workflow_commands.of(it.severity), path, places, it,
                         title_of(it));
    }
    return text;
  }

 private:
  CheckReportStyle style_;
};

}  // namespace

std::unique_ptr<CheckReport> check_github(const CheckReportStyle& style) {
  return std::make_unique<CheckGithub>(style);
}

}  // namespace harden
