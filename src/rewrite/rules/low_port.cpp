#include <string>
#include <string_view>

#include "base/rules/rule.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo low_port = {
    .code = "HD106",
    .name = "low-port",
    .summary = "A port below 1024 is fine for any user on Docker",
    .what =
        "The image exposes a port below 1024 and runs as a user that is "
        "not root.",
    .why =
        "Engines since 20.10 let every user of a container bind every port. "
        "The host's network (`--network host`), older engines, and Kubernetes "
        "on CRI-O or containerd before 2.0 do not.",
    .remedy =
        "Nothing on Docker: harden leaves ports alone. Elsewhere set the "
        "sysctl `net.ipv4.ip_unprivileged_port_start=0` for the pod, or let "
        "the program listen above 1023 and map the port.",
    .before =
        "FROM nginx:1.27\n"
        "COPY site /usr/share/nginx/html\n"
        "EXPOSE 80\n",
    .references =
        {"moby/moby#41030: ip_unprivileged_port_start=0 in containers "
         "(20.10)",
         "https://kubernetes.io/docs/tasks/administer-cluster/"
         "sysctl-cluster/"},
    .severity = Severity::note,
    .of_rewrite = true,
};

}  // namespace rule

namespace {

// "80/tcp" is 80; what is not a number is none.
bool is_low_port(std::string_view port) {
  const std::string digits(
      port.substr(0, port.find_first_not_of("0123456789")));
  return !digits.empty() && digits.size() < 5 && std::stoi(digits) < 1024;
}

}  // namespace

void note_low_port(const StageView& stage, Findings& result) {
  for (std::size_t i = stage.lines().begin; i < stage.lines().end; ++i) {
    const Instruction& it = stage.instruction(i);
    const auto* ports = it.as<WordList>();
    if (it.keyword != Keyword::expose || ports == nullptr) continue;
    for (const Word& port : ports->words) {
      if (!is_low_port(port.value)) continue;
      const std::string number =
          port.value.substr(0, port.value.find_first_not_of("0123456789"));
      report(result, rule::low_port, port.span,
             "port " + number +
                 " stays: engines since 20.10 let any user bind it; with host "
                 "networking, or in Kubernetes before containerd 2.0, set "
                 "net.ipv4.ip_unprivileged_port_start");
      return;
    }
  }
}

}  // namespace harden
