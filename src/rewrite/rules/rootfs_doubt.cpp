#include "rewrite/scratch/scratch_plan.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo rootfs_doubt = {
    .code = "HD142",
    .name = "rootfs-doubt",
    .summary = "An image from scratch may lack something",
    .what =
        "Something in the file or the sources shows that the program may open "
        "or start more than what was found, and `--keep` or `--artifact` says "
        "that this is known.",
    .why =
        "A scratch image that lacks one file fails when the program first "
        "opens it, perhaps weeks later.",
    .remedy =
        "Try all that the program does in the new image, and add what is "
        "missing with `--keep PATH` or `keep` in harden.toml.",
    .before =
        "FROM python:3.11\n"
        "RUN apt-get update && apt-get install -y ffmpeg\n"
        "WORKDIR /app\n"
        "COPY <<EOF app.py\n"
        "print('hello')\n"
        "EOF\n"
        "CMD [\"python\", \"app.py\"]\n",
    .references = {"https://docs.docker.com/build/building/base-images/"
                   "#create-a-minimal-base-image-using-scratch",
                   "https://pkg.go.dev/cmd/cgo"},
    .severity = Severity::warning,
    .safety = Safety::safe,
    .of_rewrite = true,
};

}  // namespace rule

void add_doubts(const ScratchPlan& plan, Findings& result) {
  for (const NotScratch& it : plan.doubts) {
    report(result, rule::rootfs_doubt, it.span,
           "the image from scratch may lack something: " + it.message,
           "try all that the program does; `--keep PATH` takes more along");
  }
}

}  // namespace harden
