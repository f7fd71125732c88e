// HD442: `RUN apt-get update` in a layer of its own, and upgrades to another
// release of the distribution.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "findings/packages/package_command.h"
#include "findings/packages/package_leftover.h"
#include "findings/subject.h"
#include "knowledge/lists/packages.h"

namespace harden::rule {

extern constexpr RuleInfo update_alone = {
    .code = "HD442",
    .name = "update-alone",
    .summary = "Package lists get a layer of their own",
    .what =
        "A RUN of the final image only fetches package lists (`RUN apt-get "
        "update`), or one moves the whole distribution (`dist-upgrade`, "
        "`full-upgrade`, `distro-sync`, `zypper dup`). A plain `upgrade`, "
        "which brings security updates, is fine.",
    .why =
        "Builds take the layer from the cache for months. A later `install` "
        "then asks for versions that are outdated or no longer there. A "
        "dist-upgrade removes and replaces packages of the base as it sees "
        "fit.",
    .remedy =
        "Write `apt-get update && apt-get install …` in one RUN; take a newer "
        "base image instead of upgrading to it.",
    .before =
        "FROM debian:12\nRUN apt-get update\n"
        "RUN apt-get install -y --no-install-recommends nginx\n"
        "USER 1000:1000\n",
    .references =
        {"https://docs.docker.com/build/building/best-practices/#apt-get"},
    .severity = Severity::info,
};

namespace {

bool prepares(const Call& call) {
  if (call.argv.empty()) return true;
  return lists::update_preparations.contains(call.program);
}

const Call* big_upgrade(const Subject& subject, std::size_t instruction) {
  for (const Call& call : subject.calls_of(instruction)) {
    const auto it = package_command(call);
    if (!it) continue;
    const std::string_view verb = it->verb();
    if (it->upgrades() && (verb == "dist-upgrade" || verb == "full-upgrade" ||
                           verb == "dup" || verb == "distro-sync")) {
      return &call;
    }
  }
  return nullptr;
}

void say_update(const Subject& subject, std::size_t i, Findings& findings) {
  report(
      findings, update_alone, subject.instruction(i).span,
      "the lists of packages are fetched in a layer of their own: the build "
      "cache keeps them, and a later `install` asks for versions that are old "
      "or gone",
      "put the update in front of the install, in the same `RUN`");
}

void say_upgrade(const Subject& subject, const Call& call, Findings& findings) {
  report(findings, update_alone, subject.place(call),
         fmt::format(
             "`{}` may remove packages of the base image and moves it to "
             "versions that nobody chose",
             fmt::format("{} {}", call.program, package_command(call)->verb())),
         "take a newer base image; `upgrade` brings security updates alone");
}

}  // namespace

bool only_updates(const Subject& subject, std::size_t instruction) {
  bool updates = false;
  for (const Call& call : subject.calls_of(instruction)) {
    const auto it = package_command(call);
    if (it && it->updates_lists()) {
      updates = true;
    } else if (it ? it->installs() || it->upgrades() || !it->verb_at
                  : !prepares(call)) {
      return false;
    }
  }
  return updates;
}

void check_update_alone(const Subject& subject, Findings& findings) {
  for (const std::size_t i : subject.image_instructions()) {
    if (only_updates(subject, i)) {
      say_update(subject, i, findings);
    } else if (const auto* call = big_upgrade(subject, i)) {
      say_upgrade(subject, *call, findings);
    }
  }
}

}  // namespace harden::rule
