#include "findings/images/taken_images.h"

namespace harden::rule {

extern constexpr RuleInfo base_without_tag = {
    .code = "HD420",
    .name = "base-without-tag",
    .summary = "An image is named without a version",
    .what =
        "FROM, `COPY --from` or `RUN --mount=from=` names an image of others "
        "with neither tag nor digest. Stages of the file and `scratch` are "
        "none, variables are resolved, and what cannot be resolved is left "
        "alone.",
    .why =
        "It means `latest`: the next build may take another version, with "
        "other bugs and other programs, and nobody sees that from the file.",
    .remedy = "Write the tag of the version that was tested, best with digest.",
    .before = "FROM python\nUSER 1000:1000\nCMD [\"python3\", \"app.py\"]\n",
    .references = {"https://docs.docker.com/build/building/best-practices/"
                   "#pin-base-image-versions"},
    .severity = Severity::warning,
};

void check_base_without_tag(const Subject& subject, Findings& findings) {
  find_references(
      subject, base_without_tag,
      [](const ImageReference& it) {
        return it.tag.empty() && it.digest.empty();
      },
      "names no version, so each build may take another one",
      "add the tag of the version that the program was tested with", findings);
}

}  // namespace harden::rule
