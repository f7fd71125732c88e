#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text/joined_texts.h"
#include "findings/packages/package_command.h"
#include "findings/packages/package_leftover.h"
#include "findings/subject.h"
#include "knowledge/programs.h"

namespace harden::rule {

extern constexpr RuleInfo package_cache_left = {
    .code = "HD440",
    .name = "package-cache-left",
    .summary = "Lists or caches of a package manager stay in the image",
    .what =
        "A RUN of the final image calls apt-get, apk, yum, dnf, microdnf, "
        "zypper, pip, npm or yarn and leaves what they fetched besides the "
        "packages: no `rm -rf /var/lib/apt/lists/*`, `--no-cache`, "
        "`clean all`, `--no-cache-dir` or `npm cache clean --force` in the "
        "same RUN, no cache mount, no PIP_NO_CACHE_DIR. Build stages do not "
        "count. Of Yarn there is no fix: a project may load its packages from "
        "the cache.",
    .why =
        "The files make the image larger, and old lists let a later `install` "
        "choose packages that are outdated.",
    .remedy =
        "harden adds the option, or the command that cleans up at the end of "
        "the same RUN, where that is certain to run and no later RUN needs the "
        "lists. A later RUN cannot take files out of an earlier layer.",
    .before =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y "
        "--no-install-recommends nginx\n"
        "USER 1000:1000\n",
    .references =
        {"https://docs.docker.com/build/building/best-practices/#apt-get",
         "https://docs.docker.com/build/cache/optimize/#use-cache-mounts"},
    .severity = Severity::info,
};

namespace {

// How a RUN behind the one in question uses apt's lists.
enum class LaterUse { none, may, does };

bool needs_lists(const PackageCommand& it) {
  const std::string_view verb = it.verb();
  return it.installs() || it.upgrades() || verb == "download" ||
         verb == "source" || verb == "satisfy" || verb.empty();
}

bool is_script(const Call& call) {
  const std::string_view program = call.program;
  if (program.empty()) return !call.argv.empty();
  return call.argv.front().value.find('/') != std::string::npos ||
         program == "." || program == "source" ||
         (may_be_shell(program) && call.argv.size() > 1) || program == "make" ||
         program == "npx";
}

LaterUse use_in(std::span<const Call> calls) {
  LaterUse result = LaterUse::none;
  for (const Call& call : calls) {
    const auto it = package_command(call);
    if (it && it->manager == PackageManager::apt) {
      if (it->updates_lists()) return result;
      if (needs_lists(*it)) return LaterUse::does;
    } else if (is_script(call)) {
      result = LaterUse::may;
    }
  }
  return result;
}

// For each instruction, of those behind it. Of all stages: those that are built
// on this one cannot be told cheaply from those that are not, and install
// rarely without an update.
std::vector<LaterUse> later_uses(const Subject& subject) {
  const auto& all = subject.document.instructions;
  std::vector<LaterUse> result(all.size(), LaterUse::none);
  LaterUse behind = LaterUse::none;
  for (std::size_t i = all.size(); i-- > 0;) {
    result[i] = behind;
    if (all[i].keyword == Keyword::onbuild) {
      behind = std::max(behind, LaterUse::may);
    }
    behind = std::max(behind, use_in(subject.calls_of(i)));
  }
  return result;
}

std::optional<Fix> cleanup_of(const Subject& subject, std::size_t instruction,
                              const std::vector<PackageLeftover>& left,
                              LaterUse use) {
  Fix result;
  result.title = "leave no package lists and caches in the image";
  std::vector<std::string> cleaners;
  for (const PackageLeftover& it : left) {
    if (it.cleaner.empty() && it.edits.empty()) return std::nullopt;
    result.edits.insert(result.edits.end(), it.edits.begin(), it.edits.end());
    if (!it.cleaner.empty()) cleaners.push_back(it.cleaner);
    if (it.cleaner.find("/var/lib/apt") == std::string::npos) continue;
    if (use == LaterUse::does) return std::nullopt;
    if (use == LaterUse::may) result.safety = Safety::changes_behaviour;
  }
  if (cleaners.empty()) return result;
  const auto text = RunText::of(subject, instruction);
  auto edit = text ? text->append(cleaners) : std::nullopt;
  if (!edit) return std::nullopt;
  result.edits.push_back(std::move(*edit));
  return result;
}

void say_leftovers(const Subject& subject, std::size_t instruction,
                   const std::vector<PackageLeftover>& left, LaterUse use,
                   Findings& findings) {
  Diagnostic& said =
      report(findings, package_cache_left, subject.place(*left.front().call),
             joined_texts(left, "; ", &PackageLeftover::what),
             "a later `RUN` cannot take away what a layer holds: " +
                 joined_texts(left, ", ", &PackageLeftover::remedy) +
                 " in this one, or a cache mount");
  said.fix = cleanup_of(subject, instruction, left, use);
}

}  // namespace

void check_package_cache_left(const Subject& subject, Findings& findings) {
  const std::vector<LaterUse> uses = later_uses(subject);
  for (const std::size_t i : subject.image_instructions()) {
    if (subject.instruction(i).keyword != Keyword::run) continue;
    const auto left = package_leftovers(subject, i);
    if (!left.empty()) say_leftovers(subject, i, left, uses[i], findings);
  }
}

}  // namespace harden::rule
