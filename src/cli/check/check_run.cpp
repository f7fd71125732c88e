// `harden check` from its arguments to the end of its report.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "base/files/clean_path.h"
#include "cli/check/baseline.h"
#include "cli/check/check_choices.h"
#include "cli/check/check_file.h"
#include "cli/check/ordered_pool.h"
#include "cli/check/progress.h"
#include "cli/check/report_output.h"
#include "cli/check/rewritten_file.h"
#include "cli/config/config_files.h"
#include "cli/options/version.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"
#include "cli/search/changed_files.h"
#include "cli/search/file_search.h"
#include "findings/report/check_report.h"

namespace harden::cli {
namespace {

// A thread for a few files costs more than it brings.
constexpr std::size_t files_a_thread = 4;

unsigned thread_count(const CheckArguments& arguments, std::size_t files) {
  // Two Dockerfiles may be given the same new start script.
  if (arguments.fix) return 1;
  unsigned count = arguments.jobs;
  if (count == 0) count = std::thread::hardware_concurrency();
  const auto useful = (files + files_a_thread - 1) / files_a_thread;
  return static_cast<unsigned>(std::min<std::size_t>(count, useful));
}

Progress::Write progress_line(const CheckArguments& arguments) {
  const bool shows = arguments.report_format == ReportFormat::text &&
                     !arguments.quiet && isatty(STDERR_FILENO) != 0;
  if (!shows) return {};
  return [](std::string_view text) { print_error(text); };
}

std::size_t weight_of(const std::optional<CheckedFile>& file) {
  return file && file->source ? file->source->bytes().size() : 0;
}

// What --fix wrote, or has for standard output.
void print_fixed(const CheckArguments& arguments, const CheckedFile& file) {
  if (arguments.diff) {
    print_diff(file.output, arguments.no_color);
  } else if (!file.output.empty()) {
    print_file(file.output);
  }
  if (!arguments.quiet) print_error(file.remarks);
}

class CheckRun {
 public:
  CheckRun(const CheckArguments& arguments, CheckFile check)
      : arguments_(arguments),
        check_(std::move(check)),
        configs_(arguments),
        baseline_(arguments),
        output_(arguments),
        report_(make_check_report(arguments.report_format,
                                  {output_.wants_colour(), arguments.quiet,
                                   resolved("."), std::string(version)})) {}

  int run() {
    find();
    output_.write(report_->begin());
    for (const SearchFailure& it : failures_) tell_failure(it);
    if (!arguments_.run_line.empty()) {
      tell(checked_run_line());
    }
    check_all();
    if (!has_told_ && status_ == done) say_nothing_found();
    output_.write(report_->end());
    output_.keep();
    const std::string remarks = baseline_.finish();
    if (!arguments_.quiet) print_error(remarks);
    return status_;
  }

 private:
  void find() {
    auto where = arguments_.files;
    if (where.empty() && arguments_.run_line.empty()) where = {"."};
    FoundFiles found = find_files(where);
    files_ = std::move(found.files);
    failures_ = std::move(found.failures);
    if (!arguments_.changed_since.empty()) keep_changed();
  }

  void keep_changed() {
    const ChangedFiles changed(arguments_.changed_since);
    std::erase_if(files_, [&](const FoundFile& it) {
      return it.path != "-" && !changed.contains(it.path);
    });
  }

  CheckedFile checked_run_line() {
    CheckedFile result;
    const auto failure = failure_in(
        "--run", [&] { result = check_run_line(arguments_, configs_); });
    return failure ? unchecked_file("--run", *failure) : result;
  }

  void check_all() {
    Progress progress(files_.size(), progress_line(arguments_));
    OrderedPool<std::optional<CheckedFile>> pool(
        [&](std::size_t i) {
          return check_found(arguments_, files_[i], configs_, check_);
        },
        weight_of);
    pool.run(files_.size(), thread_count(arguments_, files_.size()),
             [&](std::optional<CheckedFile> file) {
               progress.step();
               if (file) tell(*std::move(file), &progress);
             });
  }

  void tell(CheckedFile file, Progress* progress = nullptr) {
    has_told_ = true;
    const std::string text = reported(file);
    if (progress != nullptr && !(text.empty() && file.failure.empty())) {
      progress->hide();
    }
    if (!file.failure.empty()) {
      report_failure(file.failure, arguments_.no_color);
    }
    print_fixed(arguments_, file);
    output_.write(text);
    status_ = std::max(status_, status_of(file));
  }

  // What the report has to say about the file. Where a finding cannot be
  // written down, the file counts as one that could not be checked; what was
  // done to it is still told.
  std::string reported(CheckedFile& file) {
    std::string text;
    auto failure = failure_in(file.name, [&] {
      baseline_.take_known(file);
      if (arguments_.quiet) drop_all_but_errors(file.findings);
      text = report_->add(file);
    });
    if (!failure) return text;
    CheckedFile failed = unchecked_file(file.name, *std::move(failure));
    failed.output = std::move(file.output);
    failed.remarks = std::move(file.remarks);
    file = std::move(failed);
    return report_->add(file);
  }

  void tell_failure(const SearchFailure& failure) {
    tell(unchecked_file(failure.path, failure.message));
  }

  void say_nothing_found() {
    constexpr const char* kinds =
        "no Dockerfile, Compose file or Kubernetes manifest";
    if (arguments_.changed_since.empty()) {
      // Of no file: there is nothing to report about.
      report_failure(
          fmt::format("{} found; files that git ignores have to be named",
                      kinds),
          arguments_.no_color);
      status_ = failed;
    } else if (!arguments_.quiet) {
      print_error(fmt::format("{} has changed since {}\n", kinds,
                              arguments_.changed_since));
    }
  }

  const CheckArguments& arguments_;
  CheckFile check_;
  ConfigFiles configs_;
  Baseline baseline_;
  ReportOutput output_;
  std::unique_ptr<CheckReport> report_;
  std::vector<FoundFile> files_;
  std::vector<SearchFailure> failures_;
  bool has_told_ = false;
  int status_ = done;
};

}  // namespace

int check_files(const CheckArguments& arguments, const CheckFile& check) {
  return CheckRun(arguments, check).run();
}

int run(const CheckArguments& arguments) {
  return check_files(arguments, check_file);
}

}  // namespace harden::cli
