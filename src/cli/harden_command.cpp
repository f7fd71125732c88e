#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/verdict.h"
#include "cli/atomic_file.h"
#include "cli/bundle.h"
#include "cli/clean_path.h"
#include "cli/commands.h"
#include "cli/companion_ignore.h"
#include "cli/console.h"
#include "cli/context_files.h"
#include "cli/each_file.h"
#include "cli/settings.h"
#include "passes/suppressions.h"
#include "report/summary.h"
#include "report/text_report.h"
#include "report/unified_diff.h"
#include "report/visible_text.h"
#include "source/closest.h"
#include "source/read_input.h"

namespace harden::cli {
namespace {

// `harden chek Dockerfile`
void refuse_misspelt_command(const std::string& word) {
  static constexpr std::string_view commands[] = {"check", "explain", "policy",
                                                  "profile", "rules", "trace"};
  const auto near = closest(word, commands);
  if (near.empty() || access(word.c_str(), F_OK) == 0) return;
  throw UsageError(fmt::format(
      "`{}` is neither a file nor a command; did you mean `harden {}`?", word,
      near));
}

void check_usage(const Arguments& arguments) {
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
  if (arguments.in_place &&
      std::find(files.begin(), files.end(), "-") != files.end()) {
    throw UsageError(
        "standard input cannot be rewritten in place; leave out "
        "`--in-place`");
  }
}

// Before any work, so that nothing is half done.
void protect_input(const Arguments& arguments, const std::string& file) {
  if (writes_to_stdout(arguments) || !is_same_file(file, arguments.output))
    return;
  throw UsageError(fmt::format(
      "the output {} is the input itself; use `--in-place` to rewrite it",
      arguments.output));
}

// What the user is told on standard error, besides the diagnostics.
using Remarks = std::string;

// Writes all that one Dockerfile becomes, and takes note of it.
class Writer {
 public:
  // Throws OutputError before anything is written when a file is in the way.
  Writer(const Arguments& arguments, const std::string& file,
         const Hardened& result, const DaemonSettings& daemon)
      : arguments_(arguments),
        file_(file),
        result_(result),
        context_(context_folder(arguments, file)),
        files_(writes_files() ? result.files : std::vector<NewFile>(),
               context_),
        folder_(bundle_folder(arguments)) {
    if (folder_.empty()) return;
    bundle_ = make_bundle(arguments, result, daemon);
    protect_folder(folder_, bundle_);
  }

  Remarks run() {
    try {
      write();
    } catch (const OutputError& error) {
      if (written_.empty()) throw;
      throw OutputError(error, fmt::format("; written before that: {}",
                                           fmt::join(written_, ", ")));
    }
    return std::move(remarks_);
  }

 private:
  // --diff alone only shows them.
  bool writes_files() const {
    return arguments_.in_place || arguments_.write_scripts ||
           !writes_to_stdout(arguments_);
  }

  // The scripts first: a Dockerfile that names them must not be there alone.
  void write() {
    files_.write([&](const std::string& path) { note("wrote", path); });
    write_dockerfile();
    if (folder_.empty()) return;
    write_bundle(folder_, bundle_);
    if (!bundle_.files.empty()) note("wrote", folder_ + "/");
    for (const std::string& it : bundle_.remarks) {
      remarks_ += visible(it) + "\n";
    }
  }

  void write_dockerfile() {
    const auto& before = result_.original.source->bytes();
    if (arguments_.in_place) {
      if (before == result_.text) return;
      write_file(file_, result_.text);
      note("rewrote", file_);
      write_ignore(file_);
    } else if (!writes_to_stdout(arguments_)) {
      write_file(arguments_.output, result_.text);
      note("wrote", arguments_.output);
      write_ignore(arguments_.output);
    } else if (writes_files()) {
      write_ignore("");
    }
  }

  void write_ignore(const std::string& output) {
    const std::string dockerfile = file_ == "-" ? "" : file_;
    const std::string bundle = bundle_.files.empty() ? "" : folder_;
    remarks_ += visible_lines(write_ignore_file(
        {dockerfile, output, context_, arguments_.comments, bundle},
        result_.files));
  }

  void note(std::string_view what, const std::string& path) {
    written_.push_back(path);
    remarks_ += fmt::format("{} {}\n", what, visible(path));
  }

  const Arguments& arguments_;
  const std::string& file_;
  const Hardened& result_;
  std::string context_;
  ContextFiles files_;
  std::string folder_;  // of the bundle; empty without one
  Bundle bundle_;
  std::vector<std::string> written_;
  Remarks remarks_;
};

// A new script is shown against the one that it is made from.
std::string diff_of(const NewFile& file, const std::string& context,
                    const BuildContext* files) {
  constexpr std::size_t largest = std::size_t{1} << 20;
  const auto before =
      files == nullptr ? std::nullopt : files->read(file.made_from, largest);
  return unified_diff(join_path(context, file.made_from),
                      join_path(context, file.path), before.value_or(""),
                      file.text);
}

void print_diff(const Arguments& arguments, const std::string& file,
                const Hardened& result, const Options& options) {
  const auto& source = *result.original.source;
  const auto& new_name =
      writes_to_stdout(arguments) ? source.name() : arguments.output;
  std::string diff =
      unified_diff(source.name(), new_name, source.bytes(), result.text);
  for (const NewFile& it : result.files) {
    diff += diff_of(it, context_folder(arguments, file), options.context);
  }
  if (wants_colour(STDOUT_FILENO, arguments.no_color)) {
    print(colour_diff(visible_lines(diff)));
  } else {
    print_file(diff);
  }
}

Remarks write_result(const Arguments& arguments, const std::string& file,
                     const Hardened& result, const Settings& settings) {
  Remarks remarks = Writer(arguments, file, result, settings.daemon()).run();
  if (arguments.diff) {
    print_diff(arguments, file, result, settings.options());
  } else if (!arguments.in_place && writes_to_stdout(arguments)) {
    print_file(result.text);
  }
  return remarks;
}

// What no comment of the file excuses. Not all rules are looked at here, so
// whether a comment is of use is for `harden check` to say. With --quiet only
// what is wrong and stays wrong.
std::vector<Diagnostic> told(const Arguments& arguments,
                             const Hardened& hardened) {
  std::vector<Diagnostic> result =
      apply_suppressions(hardened.original, hardened.diagnostics);
  std::erase_if(result,
                [](const Diagnostic& it) { return it.rule == "HD004"; });
  if (arguments.quiet) {
    std::erase_if(result, [](const Diagnostic& it) {
      return it.severity != Severity::error || it.fix;
    });
  }
  return result;
}

void summarize(const Arguments& arguments, const Hardened& result,
               const Remarks& remarks) {
  const bool colour = wants_colour(STDERR_FILENO, arguments.no_color);
  const auto& source = *result.original.source;
  const auto diagnostics = told(arguments, result);
  std::string text = text_report(source, diagnostics, {colour, true});
  if (!arguments.quiet) {
    if (result.text == source.bytes()) {
      text += user_line(source.name(), result.after, colour);
      text += "nothing changed\n";
    } else {
      text += user_change(result.before, result.after, colour);
    }
    text += remarks;
  }
  print_error(text);
}

// `--rootfs=scratch` was asked for and cannot be had.
bool misses_scratch(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(
      diagnostics.begin(), diagnostics.end(), [](const Diagnostic& it) {
        return it.rule == "HD141" && it.severity == Severity::error;
      });
}

int harden_file(const Arguments& arguments, const std::string& file) {
  protect_input(arguments, file);
  SourceFile source = read_input(file);
  const Settings settings(arguments, file);
  const Hardened result = harden(std::move(source), settings.options());
  require_dockerfile(result.original);
  const Remarks remarks = write_result(arguments, file, result, settings);
  summarize(arguments, result, remarks);
  // A base that steps down starts as root, but its program never has it:
  // nothing is left to do.
  const bool shown = is_safe(result.after.privilege) &&
                     !is_refused(result.diagnostics) &&
                     !misses_scratch(result.diagnostics);
  return shown ? done : not_shown;
}

}  // namespace

int run_harden(const Arguments& arguments) {
  check_usage(arguments);
  return each_file(arguments, [&](const std::string& file) {
    return harden_file(arguments, file);
  });
}

}  // namespace harden::cli
