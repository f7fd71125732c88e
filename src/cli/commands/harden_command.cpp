#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files/clean_path.h"
#include "base/quote/visible_text.h"
#include "base/text/word_lists.h"
#include "cli/check/check_dockerfile.h"
#include "cli/check/rewritten_file.h"
#include "cli/commands/command.h"
#include "cli/commands/harden_arguments.h"
#include "cli/commands/hardened_file.h"
#include "cli/config/settings.h"
#include "cli/output/bundle.h"
#include "cli/output/bundle_folder.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"
#include "cli/output/write_log.h"
#include "findings/report/summary.h"
#include "findings/report/text_report.h"
#include "findings/suppressions/suppressions.h"
#include "image/image_rules.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/user/user_notes.h"
#include "runtime/policy/derive_policy.h"

namespace harden::cli {
namespace {

// `harden chek Dockerfile`
void refuse_misspelt_command(const std::string& word) {
  std::vector<std::string_view> commands;
  for (const NamedCommand& it : all_commands()) {
    if (!it.word.empty()) commands.push_back(it.word);
  }
  const auto near = closest(word, commands);
  if (near.empty() || access(word.c_str(), F_OK) == 0) return;
  throw UsageError(fmt::format(
      "`{}` is neither a file nor a command; did you mean `harden {}`?", word,
      near));
}

void check_usage(const HardenArguments& arguments) {
  const auto& files = arguments.files;
  if (!files.empty()) refuse_misspelt_command(files.front());
  if (files.empty()) {
    throw UsageError(
        "no Dockerfile given; try `harden Dockerfile --diff`, or `harden "
        "--help`");
  }
  if (arguments.in_place && !arguments.output.empty()) {
    throw UsageError(
        "`--in-place` and `--output` exclude each other; give one of them");
  }
  if (files.size() > 1 && !arguments.in_place) {
    throw UsageError(
        "several Dockerfiles need `--in-place`; without it, give one at a "
        "time");
  }
  if (arguments.in_place && is_one_of("-", files)) {
    throw UsageError(
        "standard input cannot be rewritten in place; leave out "
        "`--in-place`");
  }
}

// Before any work, so that nothing is half done.
void protect_input(const HardenArguments& arguments, const std::string& file) {
  if (!arguments.replaces(file)) return;
  throw UsageError(fmt::format(
      "the output {} is the input itself; use `--in-place` to rewrite it",
      arguments.output));
}

// What the user is told on standard error, besides the diagnostics.
using Remarks = std::string;

std::string output_of(const HardenArguments& arguments,
                      const std::string& file) {
  if (arguments.in_place) return file;
  return arguments.writes_to_stdout() ? "" : arguments.output;
}

// Writes all that one Dockerfile becomes, and takes note of it.
class HardenedWriter {
 public:
  // Throws OutputError before anything is written when a file is in the way.
  HardenedWriter(const HardenArguments& arguments, const std::string& file,
                 const HardenedFile& hardened)
      : arguments_(arguments),
        result_(hardened.result()),
        folder_(bundle_folder(arguments)) {
    if (!folder_.empty()) {
      bundle_ = make_bundle(arguments, result_, hardened.policy(),
                            hardened.settings().daemon());
    }
    if (writes_files()) {
      rewritten_.emplace(
          Rewrite{file, output_of(arguments, file),
                  context_folder(arguments, file), !arguments.no_comments,
                  bundle_.files.empty() ? "" : folder_},
          result_.files());
    }
    if (!bundle_.files.empty()) bundle_folder_.emplace(folder_, bundle_.files);
  }

  Remarks run() {
    write_logged(log_, [&] { write(); });
    return log_.remarks();
  }

 private:
  // --diff alone only shows them.
  bool writes_files() const {
    return arguments_.in_place || arguments_.write_scripts ||
           !arguments_.writes_to_stdout();
  }

  void write() {
    if (rewritten_) {
      rewritten_->write(result_.original.document().source->bytes(),
                        result_.text(), log_);
    }
    if (bundle_folder_) bundle_folder_->write(log_);
    for (const std::string& it : bundle_.remarks) {
      log_.remark(visible(it) + "\n");
    }
    if (!folder_.empty() && !bundle_folder_ && holds_bundle(folder_)) {
      log_.remark(fmt::format("{}/ still holds what an earlier run wrote\n",
                              visible(folder_)));
    }
  }

  const HardenArguments& arguments_;
  const Hardened& result_;
  std::string folder_;  // of the bundle; empty without one
  Bundle bundle_;
  std::optional<BundleFolder> bundle_folder_;
  std::optional<RewrittenFile> rewritten_;
  WriteLog log_;
};

std::string diff_of(const HardenArguments& arguments, const std::string& file,
                    const Hardened& result, const Options& options) {
  const auto& source = *result.original.document().source;
  const auto& new_name =
      arguments.writes_to_stdout() ? source.name() : arguments.output;
  return rewrite_diff({source, new_name, result.text(), result.files(),
                       context_folder(arguments, file), options.context});
}

Remarks write_hardened(const HardenArguments& arguments,
                       const std::string& file, const HardenedFile& hardened) {
  const Hardened& result = hardened.result();
  Remarks remarks = HardenedWriter(arguments, file, hardened).run();
  if (arguments.diff) {
    print_diff(diff_of(arguments, file, result, hardened.settings().options()),
               arguments.no_color);
  } else if (!arguments.in_place && arguments.writes_to_stdout()) {
    print_file(result.text());
  }
  return remarks;
}

// What no comment of the file excuses. Not all rules are looked at here, so
// whether a comment is of use is for `harden check` to say. With --quiet only
// what is wrong and stays wrong.
std::vector<Diagnostic> told(const HardenArguments& arguments,
                             const Hardened& hardened, const Options& options) {
  std::vector<Diagnostic> result = apply_suppressions(
      hardened.original.document(), hardened.diagnostics, options.suppressions);
  std::erase_if(result, [](const Diagnostic& it) {
    return it.rule == rule::unused_suppression.code;
  });
  if (arguments.quiet) {
    std::erase_if(result, [](const Diagnostic& it) {
      return it.severity != Severity::error || it.fix;
    });
  }
  return result;
}

bool is_doubted(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& it) {
    return it.rule == rule::write_doubt.code;
  });
}

void summarize(const HardenArguments& arguments, const Hardened& result,
               const Options& options, const Remarks& remarks) {
  const bool colour = wants_colour(STDERR_FILENO, arguments.no_color);
  const auto& source = *result.original.document().source;
  const auto diagnostics = told(arguments, result, options);
  std::string text = text_report(source, diagnostics, {colour, true});
  if (!arguments.quiet) {
    if (result.text() == source.bytes()) {
      text += user_line(source.name(), result.after(), colour);
      text += "nothing changed\n";
    } else {
      text += user_change(result.before(), result.after(), colour,
                          is_doubted(diagnostics));
    }
    text += remarks;
  }
  print_error(text);
}

// `--rootfs=scratch` was asked for and cannot be had.
bool misses_scratch(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& it) {
    return it.rule == rule::base_kept.code && it.severity == Severity::error;
  });
}

// A Dockerfile that goes to standard output must not need files that are
// nowhere; a diff shows them.
SettingsRequest request_of(const HardenArguments& arguments) {
  SettingsRequest request(arguments);
  const bool has_output = !arguments.writes_to_stdout();
  request.may_write_files = arguments.in_place || arguments.diff ||
                            arguments.write_scripts || has_output;
  if (!arguments.asks_for(BundlePart::seccomp)) request.seccomp_file.clear();
  if (has_output && !arguments.in_place) {
    request.final_name = name_of(arguments.output);
  }
  return request;
}

int harden_file(const HardenArguments& arguments, const std::string& file) {
  protect_input(arguments, file);
  const HardenedFile hardened(request_of(arguments), file);
  const Hardened& result = hardened.result();
  const Settings& settings = hardened.settings();
  const Remarks remarks = write_hardened(arguments, file, hardened);
  summarize(arguments, result, settings.options(), remarks);
  // A base that steps down starts as root, but its program never has it:
  // nothing is left to do.
  const bool shown = is_safe(result.after().privilege) &&
                     !is_refused(result.diagnostics) &&
                     !misses_scratch(result.diagnostics);
  return shown ? done : not_shown;
}

}  // namespace

int run(const HardenArguments& arguments) {
  check_usage(arguments);
  return each_file(
      arguments.files, arguments.no_color,
      [&](const std::string& file) { return harden_file(arguments, file); });
}

}  // namespace harden::cli
