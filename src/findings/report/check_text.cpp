#include <fmt/format.h>

#include <cstddef>

#include "base/quote/visible_text.h"
#include "base/text/counted.h"
#include "findings/report/check_formats.h"
#include "findings/report/summary.h"
#include "findings/report/text_report.h"

namespace harden {
namespace {

// The report of `harden check` for people.
class CheckText : public CheckReport {
 public:
  explicit CheckText(const CheckReportStyle& style) : style_(style) {}
  std::string add(const CheckedFile& file) override {
    std::string text = text_of(file);
    if (file.source != nullptr) count(file);
    return text;
  }

  // What it comes to, of more than one file.
  std::string end() override {
    if (files_ < 2 || style_.quiet) return {};
    std::string text = fmt::format(
        "\n{}: {}, {}, {}", counted(files_, "file"), counted(errors_, "error"),
        counted(warnings_, "warning"), counted(others_, "remark"));
    return text + fixes() + "\n";
  }

 private:
  // What could not be checked is said on standard error, for every format.
  std::string text_of(const CheckedFile& file) const {
    std::string text;
    if (file.unfixed != nullptr && !style_.quiet) {
      text += text_report(*file.unfixed, file.fixed, {style_.colour, true});
    }
    if (file.source == nullptr) return text;
    text +=
        text_report(*file.source, file.findings, {style_.colour, false, true});
    if (style_.quiet) return text;
    if (file.verdicts.empty()) {
      text += visible(file.name) + ": describes no container\n";
    }
    for (const Verdict& it : file.verdicts) {
      text += user_line(it.name, it.user, style_.colour);
    }
    return text;
  }

  void count(const CheckedFile& file) {
    ++files_;
    for (const Diagnostic& it : file.findings) {
      if (it.severity == Severity::error) {
        ++errors_;
      } else if (it.severity == Severity::warning) {
        ++warnings_;
      } else {
        ++others_;
      }
      if (!it.fix) continue;
      if (it.fix->safety == Safety::safe) ++safe_fixes_;
      if (it.fix->safety == Safety::changes_behaviour) ++unsafe_fixes_;
    }
  }

  std::string fixes() const {
    std::string text;
    if (safe_fixes_ > 0) text = fmt::format("`--fix` mends {}", safe_fixes_);
    if (unsafe_fixes_ > 0) {
      text += fmt::format("{}`--fix --unsafe` {}{}", text.empty() ? "" : ", ",
                          text.empty() ? "mends " : "",
                          safe_fixes_ + unsafe_fixes_);
    }
    return text.empty() ? text : "; " + text;
  }

  CheckReportStyle style_;
  std::size_t files_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t others_ = 0;
  std::size_t safe_fixes_ = 0;
  std::size_t unsafe_fixes_ = 0;
};

}  // namespace

std::unique_ptr<CheckReport> check_text(const CheckReportStyle& style) {
  return std::make_unique<CheckText>(style);
}

}  // namespace harden
