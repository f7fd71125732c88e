#include "cli/check/each_file.h"

#include "base/files/atomic_file.h"
#include "base/source/bad_input.h"
#include "cli/commands/commands.h"
#include "cli/output/console.h"
#include "dockerfile/image_state.h"

namespace harden::cli {

int each_file(const Arguments& arguments,
              const std::function<int(const std::string& file)>& run) {
  int status = done;
  for (const auto& file : arguments.files) {
    try {
      status = std::max(status, run(file));
    } catch (const UsageError&) {
      throw;
    } catch (const std::runtime_error& error) {
      report_failure(failure_of(file, error), arguments.no_color);
      status = failed;
    }
  }
  return status;
}

std::string failure_of(const std::string& file,
                       const std::runtime_error& error) {
  const bool names_it = dynamic_cast<const UnknownTarget*>(&error) == nullptr;
  return names_it ? error.what() : file + ": " + error.what();
}

void require_dockerfile(const Document& document) {
  if (document.stages.empty()) {
    throw BadInput(document.source->name(),
                   "is no Dockerfile: there is no FROM in it");
  }
}

bool is_refused(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& it) { return it.rule == "HD001"; });
}

}  // namespace harden::cli
