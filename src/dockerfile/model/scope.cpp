#include "dockerfile/model/scope.h"

#include <algorithm>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "dockerfile/accounts/account_table.h"

namespace harden {

StageNames::StageNames(const Document& document)
    : count_(document.stages.size()) {
  for (std::size_t i = 0; i < count_; ++i) {
    const std::string& name = document.stages[i].name;
    if (!name.empty()) stages_[name].push_back(i);
  }
}

std::optional<std::size_t> StageNames::for_from(std::string_view name,
                                                std::size_t stage) const {
  const auto found = stages_.find(name);
  if (found == stages_.end()) return std::nullopt;
  const auto& indices = found->second;
  const auto behind = std::lower_bound(indices.begin(), indices.end(), stage);
  if (behind == indices.begin()) return std::nullopt;
  return *(behind - 1);
}

std::optional<std::size_t> StageNames::for_copy(std::string_view name) const {
  const auto found = stages_.find(lower_case(name));
  if (found != stages_.end()) return found->second.back();
  const auto number = parse_id(name);
  if (number && *number < count_) return *number;
  return std::nullopt;
}

std::string StageNames::list() const {
  std::string result;
  for (const auto& [name, indices] : stages_) {
    result += (result.empty() ? "`" : ", `") + name + "`";
  }
  return result;
}

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
  return {Binding::State::unknown, {}, variable.unknown};
}

// Values may be missing where the names of all variables are known.
bool base_leaves_unset(const BaseImage& base, std::string_view name) {
  const auto& all = base.env_names;
  return base.env_complete ||
         (!all.empty() && std::find(all.begin(), all.end(), name) == all.end());
}

}  // namespace

bool is_platform_variable(std::string_view name) {
  return is_one_of(name, kPlatformArgs);
}

// BuildKit: frontend/dockerfile/docs, predefined ARGs; buildah: builder.go.
bool is_proxy_variable(std::string_view name) {
  constexpr std::string_view all[] = {"HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY",
                                      "NO_PROXY", "ALL_PROXY"};
  return is_one_of(upper_case(name), all);
}

GlobalScope::GlobalScope(const BuildArgs& build_args, const std::string& target,
                         bool sets_platform)
    : sets_platform_(sets_platform) {
  set("TARGETSTAGE", {target.empty() ? "default" : target, {}});
  for (const auto& [name, value] : build_args) {
    if (is_predefined(name)) set(name, {value, {}});
  }
}

Binding GlobalScope::find(std::string_view name) const {
  const auto found = variables_.find(name);
  if (found != variables_.end()) return binding_of(found->second);
  if (!sets_platform_ || !is_platform_variable(name)) return {};
  return {Binding::State::unknown,
          {},
          {Unknown::Kind::platform_variable, std::string(name)}};
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
  return {
      Binding::State::unknown,
      {},
      {Unknown::Kind::base_variable, std::string(name), state_.base_reference}};
}

}  // namespace harden
