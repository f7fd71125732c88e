#include "command/variable_source.h"

namespace harden {
namespace {

constexpr std::string_view kArgBefore = "`ARG ";
constexpr std::string_view kArgBehind = "` has no default";

}  // namespace

std::string arg_without_default(std::string_view name) {
  return std::string(kArgBefore).append(name).append(kArgBehind);
}

std::string_view arg_without_default_name(std::string_view because) {
  if (!because.starts_with(kArgBefore) || !because.ends_with(kArgBehind)) {
    return {};
  }
  because.remove_prefix(kArgBefore.size());
  because.remove_suffix(kArgBehind.size());
  return because;
}

}  // namespace harden
