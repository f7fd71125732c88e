#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo unknown_user = {
    .code = "HD102",
    .name = "unknown-user",
    .summary = "The file does not tell as whom the image runs",
    .what =
        "The user depends on something that is not in the file: an ARG without "
        "a default, a base image that harden knows nothing about and no USER "
        "behind it, a name that nobody is seen to create, a start script that "
        "may step down and is not at hand; `sudo` starts the program, which "
        "makes root of any USER where it is let; or BuildKit, the classic "
        "builder and buildah make different images of the file.",
    .why =
        "What cannot be shown to be unprivileged may be root. harden does not "
        "guess.",
    .remedy =
        "Tell harden what is missing: `--build-arg NAME=VALUE` for an "
        "argument, `--base-inspect FILE` with the output of `docker image "
        "inspect IMAGE` or a `[bases]` entry in harden.toml for a base image, "
        "`--context DIR` for a script. A numeric `USER 10001:10001` needs "
        "neither. `harden check "
        "--unknown=warn` lets the file pass.",
    .before = "FROM debian:12\nARG APP_USER\nUSER $APP_USER\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#user"},
    .severity = Severity::error,
    .about_root = true,
    .says_unknown = true,
};

namespace {

std::string help_for(const Unknown& unknown) {
  if (unknown.is(Unknown::Kind::elevated)) {
    return "start the program without `sudo`; what needs root belongs into a "
           "`RUN`, or into a start script that steps down";
  }
  if (unknown.is(Unknown::Kind::builder)) {
    return "end the last stage with a `USER` that is a number; `--builder` "
           "asks about one builder alone";
  }
  return "tell harden what the file does not: `--build-arg`, "
         "`--base-inspect`, or `[bases]` in harden.toml";
}

}  // namespace

void check_unknown_user(const Revision& file, Findings& findings) {
  if (file.user().privilege != Privilege::unknown) return;
  findings.push_back(
      about_user(file, unknown_user, help_for(file.user().unknown)));
}

}  // namespace harden::rule
