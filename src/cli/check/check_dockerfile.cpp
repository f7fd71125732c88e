#include "cli/check/check_dockerfile.h"

#include <algorithm>
#include <utility>

#include "base/source/source_file.h"
#include "cli/check/rewritten_file.h"
#include "cli/config/settings.h"
#include "cli/output/write_log.h"
#include "findings/driver.h"
#include "findings/fix.h"
#include "findings/registry.h"
#include "findings/suppressions/suppressions.h"

namespace harden::cli {
namespace {

// A Dockerfile that goes to standard output must not need files that are
// nowhere; a diff shows them.
SettingsRequest check_request(const CheckArguments& arguments,
                              const std::string& file) {
  return {arguments, arguments.diff || file != "-"};
}

CheckedFile checked_dockerfile(const Revision& file, const Options& options) {
  const Document& document = file.document();
  require_dockerfile(document);
  std::vector<Diagnostic> found = check(file, options);
  CheckedFile result;
  result.name = document.source->name();
  result.source = document.source;
  result.refused = is_refused(found);
  result.findings =
      apply_suppressions(document, std::move(found), options.suppressions);
  result.verdicts.push_back({result.name, file.user()});
  return result;
}

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

void require_dockerfile(const Document& document) {
  if (document.stages.empty()) {
    throw BadInput(document.source->name(),
                   "is no Dockerfile: there is no FROM in it");
  }
}

bool is_refused(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& it) {
    return find_rule(it.rule)->refuses_file;
  });
}

CheckedFile check_dockerfile(const CheckArguments& arguments,
                             const std::string& file, SourceFile source,
                             ConfigFiles& configs) {
  const Settings settings(check_request(arguments, file), file, configs);
  const Options& options = settings.options();
  return checked_dockerfile(revision_of(std::move(source), options), options);
}

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
