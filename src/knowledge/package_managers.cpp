#include "knowledge/package_managers.h"

#include <algorithm>
#include <utility>

#include "knowledge/knowledge.h"
#include "knowledge/rows.h"

namespace harden {
namespace {

const PackageManagerFacts* find_row(std::string_view program) {
  const auto& rows = knowledge::tables.package_managers;
  const auto found = std::ranges::lower_bound(rows, program, {},
                                              &PackageManagerFacts::program);
  return found != rows.end() && found->program == program ? &*found : nullptr;
}

}  // namespace

// `-Sc*` asks less than `-S*`: what changes nothing comes first.
PackageTask PackageManagerFacts::task_of(std::string_view verb) const {
  for (const auto& [verbs, task] :
       {std::pair(other, PackageTask::other),
        {remove, PackageTask::remove},
        {update_lists, PackageTask::update_lists},
        {upgrade, PackageTask::upgrade},
        {install, PackageTask::install},
        {install_others, PackageTask::install_others}}) {
    if (matches_any(verbs, verb)) return task;
  }
  return PackageTask::unknown;
}

const PackageManagerFacts* find_package_manager(std::string_view program) {
  program.remove_prefix(program.rfind('/') + 1);
  if (const auto* exact = find_row(program)) return exact;
  return find_row(
      program.substr(0, program.find_last_not_of("0123456789.") + 1));
}

}  // namespace harden
