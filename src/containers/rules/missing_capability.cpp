#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/text/joined_texts.h"
#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo missing_capability = {
    .code = "HD232",
    .name = "missing-capability",
    .summary = "The container lacks a capability that its image starts with",
    .what =
        "`cap_drop`, `--cap-drop` or `capabilities.drop` takes away what the "
        "start script uses as root before it steps down (CHOWN, SETGID, "
        "SETUID …), or what a program of the image carries as a file since "
        "`setcap`, and nothing adds it again. The image has to be known: its "
        "Dockerfile is built there, or it is one of the usual ones.",
    .why =
        "`chown` and gosu, su-exec or setpriv fail with \"Operation not "
        "permitted\", and so the container ends before the program starts. A "
        "program whose file carries a capability that the container may not "
        "have is not started at all.",
    .remedy =
        "Add exactly these to `cap_add`. They are gone once the program runs "
        "as its user.",
    .before =
        "services:\n"
        "  db:\n"
        "    image: redis:7\n"
        "    cap_drop: [ALL]\n",
    .references = {"https://man7.org/linux/man-pages/man7/capabilities.7.html",
                   "moby/moby: daemon/pkg/oci/caps/defaults.go"},
    .severity = Severity::warning,
    .language = "yaml",
    .order = 1,
};

namespace {

bool is_named(const std::vector<PlacedText>& list, std::string_view name) {
  return std::ranges::any_of(list, [&](const PlacedText& it) {
    return it.value == name || it.value == "ALL";
  });
}

// The place where the capability is taken away.
const PlacedText* drop_of(const ContainerSettings& container,
                          std::string_view name) {
  for (const PlacedText& it : container.cap_drop) {
    if (it.value == name || it.value == "ALL") return &it;
  }
  return nullptr;
}

}  // namespace

void check_missing_capability(const ContainerSubject& subject,
                              Findings& findings) {
  const ContainerSettings& container = subject.container;
  if (!subject.image || subject.is_privileged() ||
      container.overrides_entrypoint ||
      subject.may_be_set({"cap_add", "cap-add", "add"})) {
    return;
  }
  std::vector<std::string> missing;
  const PlacedText* place = nullptr;
  std::string because;
  for (const NeededCapability& it : subject.image->needs) {
    const PlacedText* drop = drop_of(container, it.name);
    if (drop == nullptr || is_named(container.cap_add, it.name)) continue;
    if (place == nullptr) {
      place = drop;
      because = it.because;
    }
    missing.push_back(it.name);
  }
  if (place == nullptr) return;
  const std::string names = joined_texts(missing, ", ");
  findings.push_back(finding(
      missing_capability, place->span,
      fmt::format("{} takes away {}: {}", container.what, names, because),
      fmt::format(fmt::runtime(container.written(
                      "`cap_add: [{}]`", "`capabilities: {{add: [{}]}}`",
                      "add {} with `--cap-add`")),
                  names)));
}

}  // namespace harden::rule
