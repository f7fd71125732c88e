#include "cli/check/check_file.h"

#include <unistd.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/files/read_input.h"
#include "cli/check/check_settings.h"
#include "cli/check/each_file.h"
#include "cli/check/fix_file.h"
#include "cli/check/weighed_findings.h"
#include "containers/settings.h"
#include "findings/suppressions/suppressions.h"

namespace harden::cli {
namespace {

CheckedFile check_dockerfile(const CheckArguments& arguments,
                             const std::string& file, SourceFile source,
                             ConfigFiles& configs) {
  const Settings settings(check_request(arguments, file), file, configs);
  const Options& options = settings.options();
  return checked_dockerfile(revision_of(std::move(source), options), options);
}

}  // namespace

// A Dockerfile that goes to standard output must not need files that are
// nowhere; a diff shows them.
SettingsRequest check_request(const CheckArguments& arguments,
                              const std::string& file) {
  SettingsRequest request(arguments);
  request.may_write_files = arguments.diff || file != "-";
  request.is_for_engine = false;
  return request;
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

CheckedFile check_file(const CheckArguments& arguments,
                       const std::string& given, ConfigFiles& configs) {
  // --stdin-filename: as if it lay there.
  const bool is_named = given == "-" && !arguments.stdin_filename.empty();
  const std::string& file = is_named ? arguments.stdin_filename : given;
  SourceFile source =
      is_named ? read_input(file, STDIN_FILENO) : read_input(file);
  const auto settings = configs.of(file);
  const CheckChoices choices(arguments, *settings, file);
  CheckedFile result =
      is_settings_file(file, source.bytes())
          ? check_containers(choices, read_settings(std::move(source)), file,
                             configs)
      : arguments.fix
          ? fix_dockerfile(choices, file, given == "-", std::move(source),
                           configs)
          : check_dockerfile(arguments, file, std::move(source), configs);
  weigh(choices, result);
  return result;
}

CheckedFile check_run_line(const CheckArguments& arguments,
                           ConfigFiles& configs) {
  const auto settings = configs.of("-");
  const CheckChoices choices(arguments, *settings, "-");
  CheckedFile result = check_containers(
      choices, read_run_line(SourceFile("--run", arguments.run_line)), "-",
      configs);
  weigh(choices, result);
  return result;
}

}  // namespace harden::cli
