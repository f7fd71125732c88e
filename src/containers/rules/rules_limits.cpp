// HD222 to HD225, HD227 to HD229: limits, and what keeps a service in order.
#include <fmt/format.h>

#include <algorithm>

#include "containers/rules/findings.h"

namespace harden::settings {
namespace {

using Form = ContainerSettings::Form;

bool is_unlimited(std::string_view value) {
  return value.empty() || value == "0" || value == "-1";
}

// Points at the limit that is none, else at the container.
bool is_missing(const ContainerSettings& container,
                const std::optional<PlacedText>& limit,
                std::initializer_list<std::string_view> names, Span& place) {
  place = limit ? limit->span : container.span;
  if (limit) return is_unlimited(limit->value);
  return container.takes_limits && !may_be_set(container, names);
}

void find_memory(const ContainerSettings& container, Findings& out) {
  Span place;
  if (!is_missing(container, container.memory, {"memory", "mem_limit"},
                  place)) {
    return;
  }
  out.add("HD222", Severity::warning, place,
          fmt::format("{} may use all of the host's memory, until other "
                      "programs are ended for it",
                      container.what),
          written(container, "`mem_limit: 512m`",
                  "`resources: {limits: {memory: 512Mi}}`", "`--memory 512m`"),
          "5.11");
}

void find_cpus(const ContainerSettings& container, Findings& out) {
  Span place;
  if (!is_missing(container, container.cpus,
                  {"cpus", "cpu", "cpu_count", "cpu_percent", "cpu_quota",
                   "cpu_shares", "cpuset"},
                  place)) {
    return;
  }
  out.add(
      "HD223", Severity::warning, place,
      fmt::format("{} may use all of the host's processors", container.what),
      written(container, "`cpus: 1.0`", "`resources: {limits: {cpu: \"1\"}}`",
              "`--cpus 1`"),
      "5.12");
}

// In Kubernetes the kubelet limits them, no pod can.
void find_pids(const ContainerSettings& container, Findings& out) {
  Span place;
  if (container.form == Form::kubernetes ||
      !is_missing(container, container.pids_limit,
                  {"pids_limit", "pids", "pids-limit"}, place)) {
    return;
  }
  out.add("HD224", Severity::warning, place,
          fmt::format("{} may start any number of processes, until the host "
                      "cannot start one",
                      container.what),
          written(container, "`pids_limit: 256`", "", "`--pids-limit 256`"),
          "5.29");
}

bool is_everywhere(std::string_view address) {
  return address.empty() || address == "0.0.0.0" || address == "::" ||
         address == "[::]" || address == "*";
}

// "`$X:80`" may hold an address.
bool is_told(const PublishedPort& port) {
  return port.host_port.find('$') == std::string::npos &&
         port.address.find('$') == std::string::npos;
}

std::string port_name(const PublishedPort& port) {
  const std::string& number =
      port.host_port.empty() ? port.container_port : port.host_port;
  return number == "*" ? "every exposed port" : fmt::format("port {}", number);
}

std::string restart_help(const ContainerSettings& container) {
  return std::string(written(container, "`restart: on-failure:5`", "",
                             "`--restart on-failure:5`"));
}

void find_restart(const ContainerSettings& container, Findings& out) {
  if (!container.restart) return;
  const std::string& value = container.restart->value;
  if (value != "always" && value != "unless-stopped" && value != "on-failure") {
    return;
  }
  out.add("HD228", Severity::info, container.restart->span,
          fmt::format("{} is started again without end, also when an attack "
                      "makes it fail",
                      container.what),
          restart_help(container), "5.15");
}

void find_health(const ContainerSettings& container, Findings& out) {
  if (container.health_check_off) {
    out.add("HD229", Severity::info, *container.health_check_off,
            fmt::format("the health check of {} is switched off: nobody "
                        "notices when it hangs",
                        container.what),
            "remove it for the image's own, or give one", "5.27");
    return;
  }
  if (container.has_health_check || !container.incomplete_because.empty()) {
    return;
  }
  out.add("HD229", Severity::info, container.span,
          container.form == Form::kubernetes
              ? fmt::format("{} has no probe: nobody notices when it hangs",
                            container.what)
              : fmt::format("{} has no health check here: nobody notices when "
                            "it hangs, unless its image has one",
                            container.what),
          written(container, "`healthcheck:`",
                  "`livenessProbe:` or `readinessProbe:`", "`--health-cmd`"),
          "5.27");
}

}  // namespace

void find_limits(const ContainerSettings& container, Findings& out) {
  find_memory(container, out);
  find_cpus(container, out);
  find_pids(container, out);
}

void find_writable_root(const ContainerSettings& container, Findings& out) {
  const auto& setting = container.read_only;
  if (setting && setting->value) return;
  if (!setting && may_be_set(container, {"read_only", "read-only",
                                         "readOnlyRootFilesystem"})) {
    return;
  }
  out.add(
      "HD225", Severity::warning, setting ? setting->span : container.span,
      fmt::format("{} can write to its root file system: who breaks in "
                  "changes programs, or brings his own",
                  container.what),
      written(container, "`read_only: true`, and `tmpfs` for what it writes",
              "`readOnlyRootFilesystem: true`, and an `emptyDir` for what "
              "it writes",
              "`--read-only`, and `--tmpfs` for what it writes"),
      "5.13");
}

void find_ports(const ContainerSettings& container, Findings& out) {
  // Without a network of its own nothing is published.
  const bool hosts = container.network && container.network->value == "host";
  for (const PublishedPort& it : container.ports) {
    if (hosts || !is_told(it) || !is_everywhere(it.address)) continue;
    out.add(
        "HD227", Severity::warning, it.span,
        fmt::format("{} of {} is open on every interface of the host, past "
                    "the rules of its firewall",
                    port_name(it), container.what),
        written(container, "`127.0.0.1:` in front, if only this host needs it",
                "a Service instead of `hostPort`",
                "`127.0.0.1:` in front, if only this host needs it"),
        "5.14");
  }
}

void find_upkeep(const ContainerSettings& container, Findings& out) {
  find_restart(container, out);
  find_health(container, out);
}

}  // namespace harden::settings
