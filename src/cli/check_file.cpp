#include "cli/check_file.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/check_settings.h"
#include "cli/each_file.h"
#include "cli/fix_file.h"
#include "cli/settings.h"
#include "cli/weighed_findings.h"
#include "harden/settings.h"
#include "passes/suppressions.h"
#include "source/read_input.h"

namespace harden::cli {
namespace {

CheckedFile check_dockerfile(const Arguments& arguments,
                             const std::string& file, SourceFile source) {
  const Settings settings(arguments, file);
  return checked_dockerfile(check(std::move(source), settings.options()));
}

}  // namespace

CheckedFile checked_dockerfile(Checked checked) {
  require_dockerfile(checked.document);
  CheckedFile result;
  result.name = checked.document.source->name();
  result.source = checked.document.source;
  result.refused = is_refused(checked.diagnostics);
  result.findings =
      apply_suppressions(checked.document, std::move(checked.diagnostics));
  result.verdicts.push_back({result.name, std::move(checked.user)});
  return result;
}

CheckedFile check_file(const Arguments& arguments, const std::string& file) {
  SourceFile source = read_input(file);
  CheckedFile result =
      is_settings_file(file, source.bytes())
          ? check_containers(arguments, read_settings(std::move(source)), file)
      : arguments.fix ? fix_dockerfile(arguments, file, std::move(source))
                      : check_dockerfile(arguments, file, std::move(source));
  weigh(arguments, result.findings);
  return result;
}

CheckedFile check_run_line(const Arguments& arguments) {
  CheckedFile result = check_containers(
      arguments, read_run_line(SourceFile("--run", arguments.run_line)), "-");
  weigh(arguments, result.findings);
  return result;
}

}  // namespace harden::cli
