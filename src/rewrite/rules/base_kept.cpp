#include <utility>

#include "rewrite/scratch/scratch_plan.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo base_kept = {
    .code = "HD141",
    .name = "base-kept",
    .summary = "The final image is not made from scratch, and why",
    .what =
        "The file builds a program that could be alone in its image, and "
        "something speaks against it, or `--rootfs=scratch` asked for it.",
    .why =
        "A scratch image that lacks one file fails when the program first "
        "opens it, perhaps weeks later.",
    .remedy =
        "The message names what is in the way and the next step: exec form, "
        "`--artifact PATH` for a program that harden does not find, "
        "`--drop-healthcheck` for a check that nothing in the image could run, "
        "`--keep PATH` for what the program needs and the files do not tell.",
    .before =
        "FROM golang:1.22\n"
        "COPY . /src\n"
        "RUN go build -o /hello /src/main.go\n"
        "HEALTHCHECK CMD curl -f localhost:8080\n"
        "CMD [\"/hello\"]\n",
    .references = {"https://docs.docker.com/build/building/base-images/"
                   "#create-a-minimal-base-image-using-scratch",
                   "https://pkg.go.dev/cmd/cgo"},
    .severity = Severity::note,
    .safety = Safety::safe,
    .of_rewrite = true,
};

}  // namespace rule

Findings base_kept_notes(const NotScratch& refusal, RootfsMode mode) {
  const bool asked = mode == RootfsMode::scratch;
  if (!asked && !refusal.was_near) return {};
  Diagnostic result =
      finding(rule::base_kept, refusal.span,
              "the base image is kept: " + refusal.message, refusal.help);
  // What was asked for is not done.
  if (asked) result.severity = Severity::error;
  return {std::move(result)};
}

}  // namespace harden
