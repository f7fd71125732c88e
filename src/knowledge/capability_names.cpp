#include "knowledge/capability_names.h"

#include <string>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "knowledge/lists/confinement.h"

namespace harden {
namespace {

std::string_view without_prefix(std::string_view name) {
  constexpr std::string_view prefix = "CAP_";
  const bool has_it =
      equals_ignoring_case(name.substr(0, prefix.size()), prefix);
  return has_it ? name.substr(prefix.size()) : name;
}

}  // namespace

std::optional<std::string_view> find_capability(std::string_view name) {
  name = without_prefix(name);
  for (const std::string_view it : lists::capabilities) {
    if (equals_ignoring_case(it, name)) return it;
  }
  return std::nullopt;
}

std::string_view closest_capability(std::string_view name) {
  return closest(upper_case(without_prefix(name)), lists::capabilities);
}

}  // namespace harden
