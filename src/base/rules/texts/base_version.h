#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view base_version_references[] = {
    "https://docs.docker.com/build/building/best-practices/"
    "#pin-base-image-versions",
};
inline constexpr RuleInfo base_without_tag = {
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
    .after = "",
    .references = base_version_references,
    .severity = Severity::warning,
};

inline constexpr RuleInfo base_latest = {
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
    .after = "",
    .references = base_version_references,
    .severity = Severity::warning,
};

inline constexpr RuleInfo base_without_digest = {
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
    .after = "",
    .references = base_version_references,
    .severity = Severity::warning,
    .on_request = true,
};

inline constexpr std::string_view registry_references[] = {
    "https://docs.docker.com/reference/cli/docker/image/tag/",
    "distribution/reference: normalize.go",
};
inline constexpr RuleInfo registry_not_allowed = {
    .code = "HD423",
    .name = "registry-not-allowed",
    .summary = "An image comes from a registry that is not allowed",
    .what =
        "harden.toml lists registries, `registry.corp` or "
        "`docker.io/library`, and FROM, `COPY --from` or `RUN --mount=from=` "
        "takes an image from elsewhere. `debian` is "
        "`docker.io/library/debian`. An image whose name depends on a variable "
        "that the file does not tell is reported as unknown. Without such a "
        "list the rule is silent.",
    .why =
        "Images of others run with the rights of one's own: whoever allowed "
        "some registries did not mean the others.",
    .remedy = "Take the image from a registry of the list.",
    .before =
        "FROM registry.example.com/tools/python:3.13\nUSER 1000:1000\n"
        "CMD [\"python3\", \"app.py\"]\n",
    .after = "",
    .references = registry_references,
    .severity = Severity::error,
};

}  // namespace harden::rule_texts
