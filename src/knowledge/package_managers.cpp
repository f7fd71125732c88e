#include "knowledge/package_managers.h"

#include <utility>

#include "base/text/paths.h"
#include "knowledge/knowledge.h"
#include "knowledge/rows.h"

namespace harden {

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
  program = base_name(program);
  const auto& rows = knowledge::tables.package_managers;
  if (const auto* exact = rows.find(program)) return exact;
  const std::size_t plain = program.find_last_not_of("0123456789.") + 1;
  return plain < program.size() ? rows.find(program.substr(0, plain)) : nullptr;
}

}  // namespace harden
