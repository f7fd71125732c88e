#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "findings/driver.h"
#include "findings/report/check_report.h"
#include "findings/report/checked_file.h"
#include "inputs.h"
#include "knowledge/knowledge.h"
#include "sections.h"
#include "timing.h"

namespace harden::bench {
namespace {

double check_time(const std::string& text) {
  Options options;
  options.evaluate.bases = &builtin_bases();
  return best_of(3, [&] { keep(check(SourceFile("f", text), options)); });
}
double harden_time(const std::string& text) {
  Options options;
  options.evaluate.bases = &builtin_bases();
  return best_of(3, [&] { keep(harden(SourceFile("f", text), options)); });
}

CheckedFile found_in(const std::string& text) {
  Options options;
  options.evaluate.bases = &builtin_bases();
  SourceFile source("f", text);
  CheckedFile file;
  file.source = std::make_shared<const SourceFile>(source);
  Checked checked = check(std::move(source), options);
  file.findings = std::move(checked.diagnostics);
  return file;
}
double report_time(ReportFormat format, const CheckedFile& file) {
  return best_of(3, [&] { keep(make_check_report(format, {})->add(file)); });
}

void report_line(const char* what, ReportFormat format,
                 const std::function<std::string(std::size_t)>& make,
                 std::size_t size) {
  const double half = report_time(format, found_in(make(size / 2)));
  const double whole = report_time(format, found_in(make(size)));
  std::printf("  %-24s  %8.1f ms   %4.1f x\n", what, whole * 1e3, whole / half);
}

void line(const char* what, const std::function<std::string(std::size_t)>& make,
          std::size_t size) {
  const std::string half = make(size / 2);
  const std::string whole = make(size);
  const double check_half = check_time(half);
  const double check_whole = check_time(whole);
  const double harden_half = harden_time(half);
  const double harden_whole = harden_time(whole);
  std::printf("  %-24s  %8.1f ms   %4.1f x   %8.1f ms   %4.1f x\n", what,
              check_whole * 1e3, check_whole / check_half, harden_whole * 1e3,
              harden_whole / harden_half);
}

}  // namespace

void report_growth() {
  std::printf(
      "\ngrowth: time, and against half the size (linear is 2)\n"
      "                                   check                  harden\n");
  line("50,000 lines", many_lines, 50'000);
  line("1 MB heredoc", long_heredoc, 1'000'000);
  line("100,000 continuations", many_continuations, 100'000);
  line("10,000 RUN lines", many_runs, 10'000);
  line("20,000 findings a line", long_line, 20'000);
  for (const char* opener : {"${", "${A:-", "\"", "'", "[\"", "\"'", "<<A "}) {
    line(("80 kB of " + std::string(opener)).c_str(),
         [&](std::size_t size) { return unclosed(opener, size); }, 80'000);
  }
  std::printf(
      "\ngrowth of reports\n"
      "                                  report\n");
  report_line("text of RUN lines", ReportFormat::text, many_runs, 10'000);
  report_line("text of one line", ReportFormat::text, long_line, 20'000);
  report_line("JSON of one line", ReportFormat::json, long_line, 20'000);
  report_line("SARIF of one line", ReportFormat::sarif, long_line, 20'000);
}

}  // namespace harden::bench
