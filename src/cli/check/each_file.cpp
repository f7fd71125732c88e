#include "cli/check/each_file.h"

#include <algorithm>

#include "base/source/source_file.h"
#include "cli/commands/command.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"
#include "findings/registry.h"

namespace harden::cli {

int each_file(const std::vector<std::string>& files, bool no_color,
              const std::function<int(const std::string& file)>& run) {
  int status = done;
  for (const auto& file : files) {
    const auto failure =
        failure_in(file, [&] { status = std::max(status, run(file)); });
    if (!failure) continue;
    report_failure(*failure, no_color);
    status = failed;
  }
  return status;
}

void require_dockerfile(const Document& document) {
  if (document.stages.empty()) {
    throw BadInput(document.source->name(),
                   "is no Dockerfile: there is no FROM in it");
  }
}

bool is_refused(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(
      diagnostics.begin(), diagnostics.end(),
      [](const Diagnostic& it) { return find_rule(it.rule)->refuses_file; });
}

}  // namespace harden::cli
