#include "findings/images/taken_images.h"

namespace harden::rule {

extern constexpr RuleInfo base_without_digest = {
    .code = "HD422",
    .name = "base-without-digest",
    .summary = "An image is not pinned to its content",
    .what =
        "FROM, `COPY --from` or `RUN --mount=from=` names an image of others "
        "without a digest. Reported on request only: who pins digests needs "
        "something that renews them.",
    .why =
        "A tag can be moved to another image, by its publisher or by whoever "
        "took over the account.",
    .remedy =
        "`python:3.13@sha256:…`; `docker buildx imagetools inspect "
        "python:3.13` shows the digest. Let a bot renew it, or updates of the "
        "base are missed.",
    .before =
        "FROM python:3.13\nUSER 1000:1000\nCMD [\"python3\", \"app.py\"]\n",
    .references = {"https://docs.docker.com/build/building/best-practices/"
                   "#pin-base-image-versions"},
    .severity = Severity::warning,
    .on_request = true,
};

void check_base_without_digest(const Subject& subject, Findings& findings) {
  find_references(
      subject, base_without_digest,
      [](const ImageReference& it) { return it.digest.empty(); },
      "has no digest, so its publisher can put another image in its place",
      "add `@sha256:…` behind the tag: `docker buildx imagetools inspect` "
      "shows it",
      findings);
}

}  // namespace harden::rule
