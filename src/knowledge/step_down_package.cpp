#include <algorithm>

#include "knowledge/knowledge.h"
#include "knowledge/rows.h"

namespace harden {
namespace {

bool fits(const StepDownPackage& it, std::string_view tool, Family family,
          std::string_view base) {
  return it.tool == tool && (!it.family || it.family == family) &&
         std::none_of(it.not_in.begin(), it.not_in.end(),
                      [&](std::string_view part) {
                        return base.find(part) != base.npos;
                      });
}

}  // namespace

const StepDownPackage* find_step_down_package(std::string_view tool,
                                              Family family,
                                              std::string_view base) {
  for (const StepDownPackage& it : knowledge::tables.step_down_packages) {
    if (fits(it, tool, family, base)) return &it;
  }
  return nullptr;
}

}  // namespace harden
