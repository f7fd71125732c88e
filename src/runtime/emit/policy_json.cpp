// What `harden policy --format json` prints; docs/policy.schema.json describes
// it. All keys are always there; what is not set is null.
#include <fmt/format.h>

#include "base/libraries/json.h"
#include "runtime/emit/emit.h"

namespace harden {
namespace {

using Json = nlohmann::ordered_json;

Json because(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& it : reasons) {
    list.push_back({{"source", to_string(it.source)},
                    {"text", it.text},
                    {"place", it.place}});
  }
  return list;
}

Json reasoned(Json value, const std::vector<Reason>& reasons) {
  return {{"value", std::move(value)}, {"because", because(reasons)}};
}

Json field(const Reasoned<bool>& it) { return reasoned(it.value, it.reasons); }
Json field(const Reasoned<std::string>& it) {
  return reasoned(it.value.empty() ? Json() : Json(it.value), it.reasons);
}
template <typename Number>
Json number_field(const Reasoned<Number>& it) {
  return reasoned(it.value == 0 ? Json() : Json(it.value), it.reasons);
}

template <typename Number>
Json or_null(const std::optional<Number>& number) {
  return number ? Json(*number) : Json();
}

template <typename Range, typename Write>
Json list(const Range& range, Write write) {
  Json result = Json::array();
  for (const auto& it : range) result.push_back(write(it));
  return result;
}

Json strings(const std::vector<Reasoned<std::string>>& texts) {
  return list(texts, [](const auto& it) { return field(it); });
}

Json user(const Reasoned<ServingUser>& it) {
  return reasoned({{"name", it.value.name},
                   {"uid", or_null(it.value.uid)},
                   {"gid", or_null(it.value.gid)},
                   {"groups", it.value.groups}},
                  it.reasons);
}

Json port(const PortNeed& it) {
  return reasoned({{"port", it.port},
                   {"protocol", to_string(it.protocol)},
                   {"host_address", it.host_address},
                   {"host_port", it.host_port}},
                  it.reasons);
}

Json path(const WritablePath& it) {
  Json value = {
      {"path", it.path}, {"kind", to_string(it.kind)}, {"seeded", it.seeded}};
  if (it.kind == WritablePath::Kind::volume) {
    value["volume"] = it.volume;
    if (it.relabel != '\0') value["relabel"] = std::string(1, it.relabel);
  } else {
    value["size"] = it.size;
    value["mode"] = fmt::format("{:04o}", it.mode);
    value["uid"] = or_null(it.uid);
    value["gid"] = or_null(it.gid);
    value["exec"] = it.exec;
  }
  return reasoned(std::move(value), it.reasons);
}

Json ulimit(const Reasoned<Ulimit>& it) {
  return reasoned({{"name", it.value.name},
                   {"soft", it.value.soft},
                   {"hard", it.value.hard}},
                  it.reasons);
}

Json rate(const Reasoned<DeviceRate>& it) {
  return reasoned({{"what", to_string(it.value.what)},
                   {"device", it.value.device},
                   {"rate", it.value.rate}},
                  it.reasons);
}

Json limits(const Limits& it) {
  return {{"memory", number_field(it.memory)},
          {"memory_swap", number_field(it.memory_swap)},
          {"memory_reservation", number_field(it.memory_reservation)},
          {"shm_size", number_field(it.shm_size)},
          {"cpus",
           reasoned(it.cpus.value == 0 ? Json() : Json(it.cpus.value / 1000.0),
                    it.cpus.reasons)},
          {"cpu_shares", number_field(it.cpu_shares)},
          {"cpuset_cpus", field(it.cpuset_cpus)},
          {"cpuset_mems", field(it.cpuset_mems)},
          {"pids", number_field(it.pids)},
          {"blkio_weight", number_field(it.blkio_weight)},
          {"ulimits", list(it.ulimits, ulimit)},
          {"device_rates", list(it.device_rates, rate)},
          {"cgroup_parent", field(it.cgroup_parent)}};
}

Json namespaces(const Namespaces& it) {
  return {{"ipc", field(it.ipc)},
          {"cgroup", field(it.cgroup)},
          {"network", field(it.network)},
          {"pid", field(it.pid)}};
}

Json sysctl(const Reasoned<std::pair<std::string, std::string>>& it) {
  return reasoned({{"name", it.value.first}, {"value", it.value.second}},
                  it.reasons);
}

double seconds(std::chrono::nanoseconds time) {
  return static_cast<double>(time.count()) / 1e9;
}

Json health(const Reasoned<Health>& it) {
  return reasoned({{"none", it.value.none},
                   {"test", it.value.test},
                   {"interval", seconds(it.value.interval)},
                   {"timeout", seconds(it.value.timeout)},
                   {"start_period", seconds(it.value.start_period)},
                   {"retries", it.value.retries}},
                  it.reasons);
}

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

void add_identity(Json& json, const Policy& policy) {
  json["dockerfile"] = policy.dockerfile;
  json["name"] = field(policy.name);
  json["image"] = field(policy.image);
  json["container_name"] = field(policy.container_name);
  json["user"] = user(policy.user);
  json["start"] = reasoned(to_string(policy.start.value), policy.start.reasons);
  json["steps_down_in"] = or_null(policy.steps_down_in);
  json["unsafe_because"] = or_null(policy.unsafe_because);
}

void add_access(Json& json, const Policy& policy) {
  json["ports"] = list(policy.ports, port);
  json["read_only_root"] = field(policy.read_only_root);
  json["writable"] = list(policy.writable, path);
  json["capabilities"] = list(policy.capabilities, [](const auto& it) {
    return reasoned(it.name, it.reasons);
  });
  json["no_new_privileges"] = field(policy.no_new_privileges);
  json["seccomp"] = field(policy.seccomp);
  json["apparmor"] = field(policy.apparmor);
  json["selinux"] = strings(policy.selinux);
  json["syscall_class"] = field(policy.syscall_class);
  json["executables"] = strings(policy.executables);
}

void add_runtime(Json& json, const Policy& policy) {
  json["limits"] = limits(policy.limits);
  json["namespaces"] = namespaces(policy.namespaces);
  json["devices"] = list(policy.devices, [](const DeviceNeed& it) {
    return reasoned(it.spec, it.reasons);
  });
  json["device_cgroup_rules"] = strings(policy.device_cgroup_rules);
  json["sysctls"] = list(policy.sysctls, sysctl);
  json["init"] = field(policy.init);
  json["health"] = health(policy.health);
  json["restart"] = field(policy.restart);
  json["has_shell"] = policy.has_shell;
  json["assumptions"] = policy.assumptions;
  json["tasks"] = policy.tasks;
}

}  // namespace

std::string emit_policy_json(const Policy& policy) {
  Json json;
  json["version"] = 1;
  add_identity(json, policy);
  add_access(json, policy);
  add_runtime(json, policy);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace harden
