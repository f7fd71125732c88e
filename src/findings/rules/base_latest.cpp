#include "findings/images/taken_images.h"

namespace harden::rule {

extern constexpr RuleInfo base_latest = {
    .code = "HD421",
    .name = "base-latest",
    .summary = "An image is taken in its latest version",
    .what =
        "FROM, `COPY --from` or `RUN --mount=from=` names an image of others "
        "with the tag `latest` and no digest. Other tags that move, such as "
        "`stable`, are left alone.",
    .why =
        "The next build may take another version, with other bugs and other "
        "programs, and nobody sees that from the file.",
    .remedy = "Write the tag of the version that was tested, best with digest.",
    .before =
        "FROM python:latest\nUSER 1000:1000\nCMD [\"python3\", \"app.py\"]\n",
    .references = {"https://docs.docker.com/build/building/best-practices/"
                   "#pin-base-image-versions"},
    .severity = Severity::warning,
};

void check_base_latest(const Subject& subject, Findings& findings) {
  find_references(
      subject, base_latest,
      [](const ImageReference& it) {
        return it.tag == "latest" && it.digest.empty();
      },
      "is whatever was published last, so each build may take another version",
      "name the version that the program was tested with", findings);
}

}  // namespace harden::rule
