#include "runtime/emit/kubernetes_probes.h"

#include <algorithm>
#include <chrono>

#include "runtime/emit/reasons.h"

namespace harden {
namespace {

// What an engine takes where HEALTHCHECK says nothing.
constexpr std::chrono::seconds default_time(30);
constexpr std::uint32_t default_retries = 3;

// Kubernetes counts whole seconds, at least one.
std::uint64_t whole_seconds(std::chrono::nanoseconds time) {
  using std::chrono::seconds;
  constexpr seconds longest(2147483647);
  const seconds wanted =
      time.count() > 0 ? std::chrono::ceil<seconds>(time) : default_time;
  return static_cast<std::uint64_t>(std::min(wanted, longest).count());
}

class ProbeWriter {
 public:
  ProbeWriter(const Policy& policy, YamlWriter& yaml)
      : health_(policy.health.value), policy_(policy), yaml_(yaml) {}

  void exec() {
    const std::uint64_t period = whole_seconds(health_.interval);
    const std::uint64_t retries =
        health_.retries == 0 ? default_retries : health_.retries;
    yaml_.comment(why(policy_.health.reasons));
    if (health_.start_period.count() > 0) {
      // Failures do not count in this time.
      const std::uint64_t start = whole_seconds(health_.start_period);
      exec_probe("startupProbe", period,
                 (start + period - 1) / period + retries);
    }
    exec_probe("readinessProbe", period, retries);
    exec_probe("livenessProbe", period, retries);
  }

  void tcp(std::uint16_t port) {
    yaml_.comment("the image has no HEALTHCHECK; five minutes to start");
    tcp_probe("startupProbe", port, 30);
    tcp_probe("readinessProbe", port, 3);
    tcp_probe("livenessProbe", port, 3);
  }

 private:
  void exec_probe(std::string_view key, std::uint64_t period,
                  std::uint64_t retries) {
    yaml_.map(key, [&] {
      yaml_.map("exec", [&] {
        yaml_.list("command", health_.test, [&](const std::string& it) {
          yaml_.item(expansion_safe(it));
        });
      });
      yaml_.pair("periodSeconds", period);
      yaml_.pair("timeoutSeconds", whole_seconds(health_.timeout));
      yaml_.pair("failureThreshold", retries);
    });
  }

  void tcp_probe(std::string_view key, std::uint16_t port, int failures) {
    yaml_.map(key, [&] {
      yaml_.map("tcpSocket", [&] { yaml_.pair("port", port); });
      yaml_.pair("periodSeconds", 10);
      yaml_.pair("failureThreshold", failures);
    });
  }

  const Health& health_;
  const Policy& policy_;
  YamlWriter& yaml_;
};

}  // namespace

void write_probes(const Policy& policy, const PodPlan& plan, YamlWriter& yaml) {
  ProbeWriter probes(policy, yaml);
  if (has_exec_probe(policy)) return probes.exec();
  for (const PortNeed& it : plan.ports) {
    if (it.protocol == Protocol::tcp) return probes.tcp(it.port);
  }
}

std::string expansion_safe(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '$' && (next == '$' || next == '(')) result += '$';
  }
  return result;
}

std::string_view kubernetes_protocol(Protocol protocol) {
  switch (protocol) {
    case Protocol::udp:
      return "UDP";
    case Protocol::sctp:
      return "SCTP";
    case Protocol::tcp:
      break;
  }
  return "TCP";
}

}  // namespace harden
