#include "cli/commands/hardened_file.h"

#include <fmt/format.h>

#include <utility>

#include "base/files/read_input.h"
#include "cli/check/check_dockerfile.h"
#include "runtime/policy/derive_policy.h"

namespace harden::cli {

HardenedFile::HardenedFile(const SettingsRequest& request,
                           const std::string& file)
    : HardenedFile(request, read_input(file), file) {}

HardenedFile::HardenedFile(const SettingsRequest& request, SourceFile source,
                           const std::string& file)
    : settings_(request, file),
      result_(harden(std::move(source), settings_.options())) {
  require_dockerfile(result_.original.document());
}

Policy HardenedFile::policy() const {
  return derive_policy(result_.final, settings_.options().policy);
}

void require_one_file(const std::vector<std::string>& files,
                      std::string_view command) {
  if (files.size() == 1) return;
  throw UsageError(
      files.empty()
          ? fmt::format("no Dockerfile given; try `harden {} Dockerfile`",
                        command)
          : fmt::format("one Dockerfile at a time, since each has a {} of its "
                        "own",
                        command == "policy" ? "policy" : "profile"));
}

}  // namespace harden::cli
