#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo host_network_build = {
    .code = "HD455",
    .name = "host-network-build",
    .summary = "A `RUN` uses the network of the machine that builds",
    .what = "`RUN --network=host`, in any stage.",
    .why =
        "The commands reach what listens on localhost there, which mostly asks "
        "for no password: databases, the engine, metadata services. The build "
        "also depends on that one machine.",
    .remedy =
        "Leave the flag out; builds reach the internet without it. Name a "
        "mirror or proxy by its address.",
    .before =
        "FROM debian:12\n"
        "RUN --network=host curl -fsS http://localhost:8080/data > /data\n"
        "USER 1000:1000\n",
    .references =
        {"https://docs.docker.com/reference/dockerfile/#run---network"},
    .severity = Severity::warning,
};

void check_host_network_build(const Subject& subject, Findings& findings) {
  for (const Instruction& it : subject.document.instructions) {
    const Flag* flag = run_flag(it, "network", "host");
    if (flag == nullptr) continue;
    report(
        findings, host_network_build, flag->span,
        "the commands of this `RUN` reach all services that listen on "
        "localhost of the machine that builds",
        "leave the flag out: the usual network reaches the internet; give the "
        "build a proxy or a mirror by its address");
  }
}

}  // namespace harden::rule
