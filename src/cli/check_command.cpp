#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/check_settings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/each_file.h"
#include "cli/settings.h"
#include "harden/settings.h"
#include "passes/suppressions.h"
#include "report/summary.h"
#include "report/text_report.h"
#include "source/read_input.h"

namespace harden::cli {
namespace {

// Of the base's entrypoint, and of a start script.
bool says_step_down(const Diagnostic& it) {
  return it.rule == "HD110" || it.rule == "HD112";
}

// What was said of an image that steps down.
std::string_view step_down_rule(const std::vector<Diagnostic>& said) {
  const auto found = std::find_if(said.begin(), said.end(), says_step_down);
  return found == said.end() ? "HD110" : found->rule;
}

// The rule that reports an image of this kind; empty when there is nothing to
// report.
std::string_view rule_for(const Arguments& arguments, const Checked& result) {
  switch (result.user.privilege) {
    case Privilege::root:
      return "HD101";
    case Privilege::unknown:
      return "HD102";
    case Privilege::cannot_start:
      return "HD103";
    case Privilege::steps_down:
      // The service itself is unprivileged; the rule says where it is not.
      return arguments.allow_step_down ? ""
                                       : step_down_rule(result.diagnostics);
    case Privilege::unprivileged:
      break;
  }
  return {};
}

bool reports(const std::vector<Diagnostic>& diagnostics,
             std::string_view rule) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& it) { return it.rule == rule; });
}

// --allow-step-down=no
void refuse_step_down(const Arguments& arguments, Checked& result) {
  if (arguments.allow_step_down) return;
  for (Diagnostic& it : result.diagnostics) {
    if (!says_step_down(it)) continue;
    it.severity = Severity::error;
    if (!it.help.empty()) continue;
    it.help = "`harden FILE --step-down=never` sets `USER` instead";
  }
}

// --unknown says how much it matters that the file does not tell the user.
void weigh_unknown(std::vector<Diagnostic>& diagnostics, UnknownUser policy) {
  if (policy == UnknownUser::ignore) {
    std::erase_if(diagnostics,
                  [](const Diagnostic& it) { return it.rule == "HD102"; });
  }
  if (policy != UnknownUser::warn) return;
  for (auto& it : diagnostics) {
    if (it.rule == "HD102") it.severity = Severity::warning;
  }
}

int status_of(const Arguments& arguments, const Checked& result,
              const std::vector<Diagnostic>& unsuppressed) {
  if (is_refused(result.diagnostics)) return not_shown;
  const auto rule = rule_for(arguments, result);
  if (rule.empty()) return done;
  const bool excused =
      reports(result.diagnostics, rule) && !reports(unsuppressed, rule);
  const bool tolerated = result.user.privilege == Privilege::unknown &&
                         arguments.unknown != UnknownUser::fail;
  return excused || tolerated ? done : not_shown;
}

void tell(const Arguments& arguments, const Checked& result,
          std::vector<Diagnostic> diagnostics) {
  const bool colour = wants_colour(STDOUT_FILENO, arguments.no_color);
  const auto& source = *result.document.source;
  if (arguments.quiet) {
    std::erase_if(diagnostics, [](const Diagnostic& it) {
      return it.severity != Severity::error;
    });
  }
  std::string text = text_report(source, diagnostics, {colour, false});
  if (!arguments.quiet) text += user_line(source.name(), result.user, colour);
  print(text);
}

int check_file(const Arguments& arguments, const std::string& file) {
  SourceFile source = read_input(file);
  if (is_settings_file(file, source.bytes())) {
    return check_settings_file(arguments, file, std::move(source));
  }
  const Settings settings(arguments, file);
  Checked result = check(std::move(source), settings.options());
  require_dockerfile(result.document);
  refuse_step_down(arguments, result);
  auto diagnostics = apply_suppressions(result.document, result.diagnostics);
  const int status = status_of(arguments, result, diagnostics);
  weigh_unknown(diagnostics, arguments.unknown);
  tell(arguments, result, std::move(diagnostics));
  return status;
}

}  // namespace

int run_check(const Arguments& arguments) {
  if (arguments.files.empty() && arguments.run_line.empty()) {
    throw UsageError("no Dockerfile given; try `harden check Dockerfile`");
  }
  const int status =
      arguments.run_line.empty() ? done : check_run_line(arguments);
  const int of_files = each_file(arguments, [&](const std::string& file) {
    return check_file(arguments, file);
  });
  return std::max(status, of_files);
}

}  // namespace harden::cli
