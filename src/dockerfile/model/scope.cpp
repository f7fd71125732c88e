#include "dockerfile/model/scope.h"

#include <algorithm>
#include <utility>

#include "base/text/one_of.h"

namespace harden {
namespace {

// dockerfile2llb/platform.go, defaultArgs.
constexpr std::string_view kPlatformArgs[] = {
    "BUILDPLATFORM", "BUILDOS",        "BUILDOSVERSION", "BUILDARCH",
    "BUILDVARIANT",  "TARGETPLATFORM", "TARGETOS",       "TARGETOSVERSION",
    "TARGETARCH",    "TARGETVARIANT",
};

bool is_predefined(std::string_view name) {
  return name == "TARGETSTAGE" || is_one_of(name, kPlatformArgs);
}

Binding binding_of(const Variable& variable) {
  if (variable.value) return {Binding::State::known, *variable.value};
  return {Binding::State::unknown, {}, variable.because};
}

// Values may be missing where the names of all variables are known.
bool base_leaves_unset(const BaseImage& base, std::string_view name) {
  const auto& all = base.env_names;
  return base.env_complete ||
         (!all.empty() && std::find(all.begin(), all.end(), name) == all.end());
}

}  // namespace

GlobalScope::GlobalScope(const BuildArgs& build_args,
                         const std::string& target) {
  set("TARGETSTAGE", {target.empty() ? "default" : target, {}});
  for (const auto& [name, value] : build_args) {
    if (is_predefined(name)) set(name, {value, {}});
  }
}

Binding GlobalScope::find(std::string_view name) const {
  const auto found = variables_.find(name);
  if (found != variables_.end()) return binding_of(found->second);
  if (!is_one_of(name, kPlatformArgs)) return {};
  return {Binding::State::unknown,
          {},
          "`" + std::string(name) + "` depends on the platform of the build"};
}

void GlobalScope::set(std::string name, Variable value) {
  variables_.insert_or_assign(std::move(name), std::move(value));
}

// BuildKit keeps one list for both, in which the later one wins. Here an ENV
// takes the ARG of its name out of `args` (see instructions.cpp).
Binding StageScope::find(std::string_view name) const {
  if (const auto arg = state_.args.find(name); arg != state_.args.end()) {
    return binding_of(arg->second);
  }
  if (const auto env = state_.env.find(name); env != state_.env.end()) {
    return binding_of(env->second);
  }
  if (state_.base && base_leaves_unset(*state_.base, name)) return {};
  return {Binding::State::unknown,
          {},
          "the base image `" + state_.base_reference + "` may set `" +
              std::string(name) + "`"};
}

}  // namespace harden
