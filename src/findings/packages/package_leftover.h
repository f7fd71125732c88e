// What package managers leave in the layer of a RUN besides the packages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "findings/packages/package_command.h"
#include "findings/packages/run_packages.h"
#include "findings/runs/run_text.h"
#include "findings/subject.h"

namespace harden::rule {

struct PackageLeftover {
  const Call* call;    // that leaves it
  std::string what;    // "`apt-get update` leaves its package lists"
  std::string remedy;  // "`rm -rf /var/lib/apt/lists/*`"
  // What takes it away at the end of the RUN, and edits that avoid it; neither
  // where no edit can be shown to.
  std::string cleaner = {};
  std::vector<Edit> edits = {};
};

// In the order of the managers, one each. A RUN that does nothing but update
// lists has none: that is another rule's.
std::vector<PackageLeftover> package_leftovers(const Subject& subject,
                                               std::size_t instruction);

// "apk add"; "yarn", which needs no verb.
std::string command_name(const PackageCommand& it);
// As the call was made: "sudo yum clean all".
std::string with_sudo(const Call& call, std::string_view command);

// `RUN --mount=type=cache`: what is written there is not in the image.

// Whether a cache mount of the RUN holds `path`, or one of an unknown place.
bool has_cache_mount(const Instruction& run, std::string_view path);

// RUN lines that only fetch the lists of packages.

// Whether the RUN updates lists, and nothing in it can use them.
bool only_updates(const Subject& subject, std::size_t instruction);

// The caches of pip, npm and Yarn, which lie in somebody's home.

// Adds those that the RUN leaves behind.
void add_language_caches(const Subject& subject, std::size_t instruction,
                         RunPackages& packages,
                         std::vector<PackageLeftover>& result);

}  // namespace harden::rule
