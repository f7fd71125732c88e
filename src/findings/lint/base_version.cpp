// HD420, HD421, HD422: which version of an image is taken.
#include <fmt/format.h>

#include "findings/lint/lint_rules.h"
#include "findings/lint/taken_images.h"

namespace harden::lint_rules {
namespace {

template <typename Condition>
void report(const Subject& subject, Findings& findings, RuleId rule,
            Condition says, std::string_view message, std::string_view help) {
  for (const TakenImage& it : taken_images(subject)) {
    if (!it.unknown_because.empty()) continue;
    if (!says(parse_image_reference(it.reference))) continue;
    findings.push_back(finding(rule, it.span,
                               fmt::format("`{}` {}", it.reference, message),
                               std::string(help)));
  }
}

}  // namespace

void base_without_tag(const Subject& subject, Findings& findings) {
  report(
      subject, findings, "HD420",
      [](const ImageReference& it) {
        return it.tag.empty() && it.digest.empty();
      },
      "names no version, so each build may take another one",
      "add the tag of the version that the program was tested with");
}

void base_latest(const Subject& subject, Findings& findings) {
  report(
      subject, findings, "HD421",
      [](const ImageReference& it) {
        return it.tag == "latest" && it.digest.empty();
      },
      "is whatever was published last, so each build may take another version",
      "name the version that the program was tested with");
}

void base_without_digest(const Subject& subject, Findings& findings) {
  report(
      subject, findings, "HD422",
      [](const ImageReference& it) { return it.digest.empty(); },
      "has no digest, so its publisher can put another image in its place",
      "add `@sha256:…` behind the tag: `docker buildx imagetools inspect` "
      "shows it");
}

}  // namespace harden::lint_rules
