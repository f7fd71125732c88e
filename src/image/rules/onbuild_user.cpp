#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo onbuild_user = {
    .code = "HD108",
    .name = "onbuild-user",
    .summary = "`ONBUILD USER` does not concern this image",
    .what = "A USER stands in an ONBUILD.",
    .why =
        "It is carried out when another image is built on this one. This image "
        "itself runs as before.",
    .remedy = "Add a USER without ONBUILD for this image.",
    .before = "FROM node:20\nUSER 1000:1000\nONBUILD USER root\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#onbuild"},
    .severity = Severity::info,
    .about_root = true,
};

void check_onbuild_user(const Revision& file, Findings& findings) {
  if (file.evaluation().stages.empty()) return;
  const ImageState& state = file.stage().state();
  for (const std::size_t index : state.onbuild_users) {
    report(
        findings, onbuild_user, file.document().instructions[index].span,
        "this `USER` concerns the images that are built on this one, not this "
        "image");
  }
}

}  // namespace harden::rule
