// Both forms of a profile as JSON.
#include "base/libraries/json.h"
#include "runtime/seccomp/resolve.h"
#include "runtime/seccomp/seccomp.h"

namespace harden {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void add_defaults(Json& json, const SeccompProfile& profile) {
  json["defaultAction"] = to_string(profile.default_action);
  if (profile.default_error) json["defaultErrnoRet"] = *profile.default_error;
}

Json condition(const SeccompCondition& it) {
  Json json = Json::object();
  if (!it.capabilities.empty()) json["caps"] = it.capabilities;
  if (!it.architectures.empty()) json["arches"] = it.architectures;
  if (!it.min_kernel.empty()) json["minKernel"] = it.min_kernel;
  return json;
}

Json arguments(const std::vector<SeccompArgument>& all) {
  Json list = Json::array();
  for (const SeccompArgument& it : all) {
    Json json = {{"index", it.index}, {"value", it.value}};
    if (it.op == SeccompOp::masked_eq) json["valueTwo"] = it.value_two;
    json["op"] = to_string(it.op);
    list.push_back(std::move(json));
  }
  return list;
}

// What both forms have.
Json plain_rule(const SeccompRule& rule) {
  Json json;
  json["names"] = rule.names;
  json["action"] = to_string(rule.action);
  if (rule.error) json["errnoRet"] = *rule.error;
  if (!rule.arguments.empty()) json["args"] = arguments(rule.arguments);
  return json;
}

void add_flags(Json& json, const SeccompProfile& profile) {
  if (!profile.flags.empty()) json["flags"] = profile.flags;
}

}  // namespace

std::string seccomp_engine_json(const SeccompProfile& profile) {
  Json json;
  add_defaults(json, profile);
  json["archMap"] = Json::array();
  for (const SeccompArchitecture& it : profile.architectures) {
    json["archMap"].push_back(
        {{"architecture", it.name}, {"subArchitectures", it.below}});
  }
  add_flags(json, profile);
  json["syscalls"] = Json::array();
  for (const SeccompRule& it : profile.rules) {
    Json rule = plain_rule(it);
    if (!it.comment.empty()) rule["comment"] = it.comment;
    if (!it.includes.empty()) rule["includes"] = condition(it.includes);
    if (!it.excludes.empty()) rule["excludes"] = condition(it.excludes);
    json["syscalls"].push_back(std::move(rule));
  }
  return text_of(json);
}

std::string seccomp_oci_json(const SeccompProfile& profile,
                             std::string_view architecture,
                             const std::vector<std::string>& capabilities) {
  const seccomp::Situation situation{
      std::string(architecture), capabilities, {}};
  Json json;
  add_defaults(json, profile);
  json["architectures"] =
      seccomp::resolved_architectures(profile, architecture);
  add_flags(json, profile);
  json["syscalls"] = Json::array();
  for (const SeccompRule& it : seccomp::resolved_rules(profile, situation)) {
    json["syscalls"].push_back(plain_rule(it));
  }
  return text_of(json);
}

}  // namespace harden
