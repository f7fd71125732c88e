#include "cli/check/check_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "cli/check/service_images.h"
#include "findings/registry.h"
#include "findings/suppressions/suppressions.h"

namespace harden::cli {
namespace {

// What the engine would refuse.
bool is_refusal(const Diagnostic& it) {
  return it.severity == Severity::error && find_rule(it.rule)->refuses_file;
}

std::vector<CommentLines> comments_of(const SettingsFile& file) {
  std::vector<CommentLines> result;
  for (const SettingsComment& it : file.comments) {
    std::optional<Span> lines;
    if (!it.lines.empty()) lines = it.lines;
    result.push_back({it.span, lines});
  }
  return result;
}

}  // namespace

CheckedFile check_containers(const CheckChoices& choices,
                             const SettingsFile& file, const std::string& path,
                             ConfigFiles& configs) {
  ServiceImages images(choices, path, configs);
  const ImageUser image_user = [&](const ContainerSettings& it) {
    return images.user_of(it);
  };
  CheckedFile result;
  result.name = file.source->name();
  result.source = file.source;
  result.findings = apply_suppressions(*file.source, comments_of(file),
                                       check_settings(file, image_user),
                                       choices.suppressions());
  result.unusable =
      std::any_of(result.findings.begin(), result.findings.end(), is_refusal);
  for (const ContainerSettings& it : file.containers) {
    result.verdicts.push_back({fmt::format("{}: {}", result.name, it.name),
                               container_user(it, image_user)});
  }
  return result;
}

}  // namespace harden::cli
