#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "analysis/verdict.h"
#include "cli/atomic_file.h"
#include "cli/clean_path.h"
#include "cli/commands.h"
#include "cli/companion_ignore.h"
#include "cli/console.h"
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

bool to_stdout(const Arguments& arguments) {
  return arguments.output.empty() || arguments.output == "-";
}

// `harden chek Dockerfile`
void refuse_misspelt_command(const std::string& word) {
  static constexpr std::string_view commands[] = {"check", "explain", "rules"};
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
  if (to_stdout(arguments) || !is_same_file(file, arguments.output)) return;
  throw UsageError(fmt::format(
      "the output {} is the input itself; use `--in-place` to rewrite it",
      arguments.output));
}

// What the user is told on standard error, besides the diagnostics.
using Remarks = std::string;

void write_to(const Arguments& arguments, const std::string& file,
              const std::string& text, Remarks& remarks) {
  write_file(arguments.output, text);
  remarks += fmt::format("wrote {}\n", visible(arguments.output));
  if (file == "-") return;
  const auto context =
      arguments.context.empty() ? folder_of(file) : arguments.context;
  remarks += visible_lines(copy_ignore_file(file, arguments.output, context));
}

void rewrite(const std::string& file, std::string_view before,
             const std::string& after, Remarks& remarks) {
  if (before == after) return;
  write_file(file, after);
  remarks += fmt::format("rewrote {}\n", visible(file));
}

void print_diff(const Arguments& arguments, const Hardened& result) {
  const auto& source = *result.original.source;
  const auto& new_name =
      to_stdout(arguments) ? source.name() : arguments.output;
  const auto diff =
      unified_diff(source.name(), new_name, source.bytes(), result.text);
  if (wants_colour(STDOUT_FILENO, arguments.no_color)) {
    print(colour_diff(visible_lines(diff)));
  } else {
    print_file(diff);
  }
}

Remarks write_result(const Arguments& arguments, const std::string& file,
                     const Hardened& result) {
  Remarks remarks;
  if (arguments.in_place) {
    rewrite(file, result.original.source->bytes(), result.text, remarks);
  } else if (!to_stdout(arguments)) {
    write_to(arguments, file, result.text, remarks);
  }
  if (arguments.diff) {
    print_diff(arguments, result);
  } else if (!arguments.in_place && to_stdout(arguments)) {
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

int harden_file(const Arguments& arguments, const std::string& file) {
  protect_input(arguments, file);
  SourceFile source = read_input(file);
  const Settings settings(arguments, file);
  const Hardened result = harden(std::move(source), settings.options());
  require_dockerfile(result.original);
  const Remarks remarks = write_result(arguments, file, result);
  summarize(arguments, result, remarks);
  // A base that steps down starts as root, but its program never has it:
  // nothing is left to do.
  const bool shown =
      is_safe(result.after.privilege) && !is_refused(result.diagnostics);
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
