#include <algorithm>

#include "containers/container_subject.h"
#include "containers/settings.h"

namespace harden {

std::vector<Diagnostic> check_settings(const SettingsFile& file,
                                       const ImageUser& image_user) {
  std::vector<Diagnostic> result = file.problems;
  for (const ContainerSettings& it : file.containers) {
    const rule::ContainerSubject subject{it, container_user(it, image_user)};
    for (const auto& check : rule_checks<rule::ContainerSubject>()) {
      check.find(subject, result);
    }
  }
  std::ranges::stable_sort(result, {},
                           [](const Diagnostic& it) { return it.span.begin; });
  return result;
}

}  // namespace harden
