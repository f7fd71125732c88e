#include "cli/check/fix_file.h"

#include <algorithm>
#include <utility>

#include "cli/check/check_file.h"
#include "cli/check/rewrite_diff.h"
#include "cli/check/rewritten_file.h"
#include "cli/config/settings.h"
#include "cli/output/write_log.h"
#include "findings/driver.h"
#include "findings/fix.h"

namespace harden::cli {
namespace {

FixChoice choice_of(const CheckChoices& choices) {
  const CheckArguments& arguments = choices.arguments();
  FixChoice choice;
  choice.only = arguments.fix_only;
  choice.is_reported = [&](const Diagnostic& it) {
    return choices.is_reported(it);
  };
  choice.is_excused = [&](const Diagnostic& it) {
    return choices.ignores().excuse(it);
  };
  if (arguments.unsafe) {
    choice.up_to = Safety::changes_behaviour;
    choice.rewrite = true;
  }
  return choice;
}

// Where no file is to be written: what goes to standard output.
std::string shown(const CheckArguments& arguments, const std::string& file,
                  const SourceFile& before, const FixedFile& fixed,
                  const Options& options) {
  if (!arguments.diff) return std::string(fixed.file.text());
  return rewrite_diff({before, before.name(), fixed.file.text(),
                       fixed.file.files(), context_folder(arguments, file),
                       options.context});
}

std::string write_fixed(const CheckArguments& arguments,
                        const std::string& file, const SourceFile& before,
                        const FixedFile& fixed) {
  const Rewrite rewrite{file, file, context_folder(arguments, file)};
  const RewrittenFile rewritten(rewrite, fixed.file.files());
  WriteLog log;
  write_logged(
      log, [&] { rewritten.write(before.bytes(), fixed.file.text(), log); });
  return log.remarks();
}

}  // namespace

CheckedFile fix_dockerfile(const CheckChoices& choices, const std::string& file,
                           bool from_stdin, SourceFile source,
                           ConfigFiles& configs) {
  const CheckArguments& arguments = choices.arguments();
  const Settings settings(check_request(arguments, file), file, configs);
  const Options& options = settings.options();
  const Revision given = revision_of(std::move(source), options);
  const auto before = given.document().source;
  FixedFile fixed = fix(given, options, choice_of(choices));
  CheckedFile result = checked_dockerfile(fixed.file, options);
  if (arguments.diff || from_stdin) {
    result.output = shown(arguments, file, *before, fixed, options);
  } else {
    result.remarks = write_fixed(arguments, file, *before, fixed);
  }
  sort_by_place(fixed.applied);
  result.fixed = std::move(fixed.applied);
  result.unfixed = before;
  return result;
}

}  // namespace harden::cli
