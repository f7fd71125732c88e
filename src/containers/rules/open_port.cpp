#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo open_port = {
    .code = "HD227",
    .name = "open-port",
    .summary = "A port is published on all interfaces of the host",
    .what =
        "Published ports without an address, or with `0.0.0.0` or `::`, "
        "`-P`, and `hostPort` of a pod. An address that a variable decides "
        "is not judged.",
    .why =
        "Docker opens the port in front of the host's own firewall rules: a "
        "database that one machine should reach is found by the whole "
        "internet.",
    .remedy =
        "`127.0.0.1:5432:5432` when only the host needs it; no `ports` at "
        "all between services, which reach each other without; the address "
        "of one interface otherwise.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    ports: [\"5432:5432\"]\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.14: incoming container traffic is "
         "bound to a specific host interface",
         "https://docs.docker.com/engine/network/"
         "packet-filtering-firewalls/"},
    .severity = Severity::warning,
    .language = "yaml",
};

namespace {

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

}  // namespace

void check_open_port(const ContainerSubject& subject, Findings& findings) {
  const ContainerSettings& container = subject.container;
  // Without a network of its own nothing is published.
  if (container.network && container.network->value == "host") return;
  for (const PublishedPort& it : container.ports) {
    if (!is_told(it) || !is_everywhere(it.address)) continue;
    findings.push_back(finding(
        open_port, it.span,
        fmt::format("{} of {} is open on every interface of the host, past the "
                    "rules of its firewall",
                    port_name(it), container.what),
        subject.cited(subject.container.written(
                          "`127.0.0.1:` in front, if only this host needs it",
                          "a Service instead of `hostPort`",
                          "`127.0.0.1:` in front, if only this host needs it"),
                      "5.14")));
  }
}

}  // namespace harden::rule
