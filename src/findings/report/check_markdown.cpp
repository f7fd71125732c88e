#include <fmt/format.h>

#include <algorithm>

#include "base/quote/markdown.h"
#include "base/text/counted.h"
#include "findings/registry.h"
#include "findings/report/check_formats.h"
#include "findings/report/report_path.h"
#include "findings/report/summary.h"
#include "findings/report/text_report.h"

namespace harden {
namespace {

std::string row(std::string_view file, std::string_view line,
                std::string_view severity, std::string_view rule,
                std::string_view text) {
  return fmt::format("| {} | {} | {} | {} | {} |\n", file, line, severity, rule,
                     text);
}

std::string rule_of(const Diagnostic& it) {
  const RuleInfo* rule = find_rule(it.rule);
  return rule == nullptr ? std::string(it.rule)
                         : fmt::format("{} {}", it.rule, rule->name);
}

std::string finding_row(const std::string& path, const SourceFile& source,
                        const Diagnostic& it, std::string_view severity) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  const auto line = source.position(std::min(it.span.begin, size)).line;
  std::string text = markdown_cell(it.message);
  if (!it.help.empty()) text += "<br>help: " + markdown_cell(it.help);
  return row(path, fmt::format("{}", line), severity, rule_of(it), text);
}

// The report of `harden check` as a table in Markdown, for summaries of jobs
// and comments on changes.
class CheckMarkdown : public CheckReport {
 public:
  explicit CheckMarkdown(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override {
    return "## harden check\n\n"
           "| file | line | severity | rule | finding |\n"
           "|---|---:|---|---|---|\n";
  }

  std::string add(const CheckedFile& file) override {
    std::string text = rows_of(file);
    counts_.add(file);
    return text;
  }

  std::string end() override {
    std::string text = fmt::format(
        "\n{} in {}: {}, {}, {}, {}",
        counted(counts_.of(Severity::error) + counts_.of(Severity::warning) +
                    counts_.of(Severity::info) + counts_.of(Severity::note),
                "finding"),
        counted(counts_.files, "file"),
        counted(counts_.of(Severity::error), "error"),
        counted(counts_.of(Severity::warning), "warning"),
        fmt::format("{} info", counts_.of(Severity::info)),
        counted(counts_.of(Severity::note), "note"));
    if (counts_.fixed > 0) text += fmt::format("; {} fixed", counts_.fixed);
    if (counts_.failures > 0) {
      text += fmt::format("; {} could not be checked",
                          counted(counts_.failures, "file"));
    }
    return text + ".\n";
  }

 private:
  std::string rows_of(const CheckedFile& file) const {
    const std::string path =
        markdown_code(report_path(file.name, style_.folder));
    std::string text;
    if (!file.failure.empty()) {
      text += row(path, "", "**failure**", "", markdown_cell(file.failure));
    }
    if (file.unfixed != nullptr) {
      for (const Diagnostic& it : file.fixed) {
        text += finding_row(path, *file.unfixed, it, "fixed");
      }
    }
    if (file.source == nullptr) return text;
    for (const Diagnostic& it : file.findings) {
      const std::string word(to_string(it.severity));
      text += finding_row(
          path, *file.source, it,
          it.severity == Severity::error ? "**" + word + "**" : word);
    }
    if (style_.quiet) return text;
    for (const Verdict& it : file.verdicts) {
      text += row(markdown_code(it.name), "", "", "",
                  "user: " + markdown_cell(describe_user(it.user)));
    }
    return text;
  }

  CheckReportStyle style_;
  CheckCounts counts_;
};

}  // namespace

std::unique_ptr<CheckReport> check_markdown(const CheckReportStyle& style) {
  return std::make_unique<CheckMarkdown>(style);
}

}  // namespace harden
