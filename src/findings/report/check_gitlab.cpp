#include <algorithm>
#include <vector>

#include "base/quote/json_line.h"
#include "findings/report/check_formats.h"
#include "findings/report/fingerprints.h"
#include "findings/report/report_path.h"

namespace harden {
namespace {

constexpr auto gitlab_severities = enum_words<Severity::note, Severity::error>(
    "info", "minor", "major", "critical");

struct GitlabEntry {
  std::string description;
  std::string_view check;
  std::string fingerprint;
  std::string_view severity;
  std::uint32_t line = 1;
};

Json json_of(const GitlabEntry& entry, const std::string& path) {
  return {{"description", entry.description},
          {"check_name", entry.check},
          {"fingerprint", entry.fingerprint},
          {"severity", entry.severity},
          {"location", {{"path", path}, {"lines", {{"begin", entry.line}}}}}};
}

std::string description_of(const Diagnostic& it) {
  return it.help.empty() ? it.message : it.message + "; " + it.help;
}

// The report of `harden check` as GitLab's Code Quality report.
class CheckGitlab : public CheckReport {
 public:
  explicit CheckGitlab(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override { return "["; }
  // GitLab compares fingerprints over all files, so the path is part of them.
  std::string add(const CheckedFile& file) override {
    const std::string path = report_path(file.name, style_.folder);
    std::vector<std::string> entries;
    const auto add_one = [&](const GitlabEntry& entry) {
      entries.push_back(json_line(json_of(entry, path)));
    };
    if (!file.failure.empty()) {
      const SourceFile none(path, "");
      const std::string print = Fingerprints(path, none).next("failure", {});
      add_one({file.failure, "failure", print, "blocker"});
    }
    if (file.source != nullptr) {
      Fingerprints fingerprints(path, *file.source);
      const auto size = static_cast<std::uint32_t>(file.source->bytes().size());
      for (const Diagnostic& it : file.findings) {
        const auto line =
            file.source->position(std::min(it.span.begin, size)).line;
        add_one({description_of(it), it.rule,
                 fingerprints.next(it.rule, it.span),
                 gitlab_severities.of(it.severity), line});
      }
    }
    std::string text;
    for (const std::string& it : entries) text += entries_.next(it);
    return text;
  }

  std::string end() override { return "\n]\n"; }

 private:
  CheckReportStyle style_;
  JsonList entries_{"  "};
};

}  // namespace

std::unique_ptr<CheckReport> check_gitlab(const CheckReportStyle& style) {
  return std::make_unique<CheckGitlab>(style);
}

}  // namespace harden
