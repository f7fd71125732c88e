// HD216, HD217: what root in the container may do besides.
#include <fmt/format.h>

#include <algorithm>

#include "containers/rules/findings.h"
#include "knowledge/lists/confinement.h"

namespace harden::settings {
namespace {

bool drops_all(const ContainerSettings& container) {
  return std::any_of(container.cap_drop.begin(), container.cap_drop.end(),
                     [](const auto& it) { return it.value == "ALL"; });
}

void find_added(const ContainerSettings& container, Findings& out) {
  for (const PlacedText& it : container.cap_add) {
    const auto& dangerous = lists::dangerous_capabilities;
    const auto found = std::ranges::find(dangerous, it.value,
                                         &lists::DangerousCapability::name);
    if (found == dangerous.end()) continue;
    out.add("HD216", Severity::warning, it.span,
            fmt::format("{} gets the capability {}: it {}", container.what,
                        it.value, found->gives),
            "leave it out, or show that nothing less will do", "5.4");
  }
}

}  // namespace

void find_capabilities(const ContainerSettings& container, Findings& out) {
  find_added(container, out);
  const bool privileged = container.privileged && container.privileged->value;
  if (drops_all(container) || privileged ||
      may_be_set(container, {"cap_drop", "cap-drop", "drop"})) {
    return;
  }
  out.add("HD217", Severity::info, container.span,
          fmt::format("{} keeps the capabilities that the engine gives to "
                      "every container, of which few programs need any",
                      container.what),
          written(container, "`cap_drop: [ALL]`, and `cap_add` what is missed",
                  "`capabilities: {drop: [ALL]}`, and `add` what is missed",
                  "`--cap-drop ALL`, and `--cap-add` what is missed"),
          "5.4");
}

}  // namespace harden::settings
