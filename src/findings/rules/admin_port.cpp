#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string>

#include "base/text/ascii.h"
#include "command/expand_word.h"
#include "dockerfile/model/scope.h"
#include "findings/subject.h"
#include "knowledge/lists/network.h"

namespace harden::rule {

extern constexpr RuleInfo admin_port = {
    .code = "HD450",
    .name = "admin-port",
    .summary = "EXPOSE names a port for logging in to a machine",
    .what =
        "EXPOSE of the image names a TCP port of SSH (22), Telnet (23), rexec, "
        "rlogin and rsh (512 to 514), the Docker engine (2375, 2376), Remote "
        "Desktop (3389), VNC (5800, 5900, 5901) or WinRM (5985, 5986), alone "
        "or in a range. Stages that are not shipped do not count.",
    .why =
        "A container that is logged in to is administered as a machine: with "
        "accounts, keys and a daemon that has to be kept up to date, and a "
        "port that everybody tries.",
    .remedy =
        "`docker exec` and `kubectl exec` give a shell without any of it. An "
        "image that is meant to be an SSH server may excuse the line.",
    .before = "FROM debian:12\nEXPOSE 22 8080\nUSER 1000:1000\nCMD [\"app\"]\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#expose",
                   "CIS Docker Benchmark: 5.7"},
    .severity = Severity::warning,
};

namespace {

using lists::AdminPort;

unsigned number_of(std::string_view text) {
  unsigned number = 0;
  const auto read =
      std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() &&
                     read.ptr == text.data() + text.size() && number <= 65535;
  return whole ? number : 0;
}

// The first one in "22", "20-25/tcp"; null for other protocols.
const AdminPort* admin_port_in(std::string_view text) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  const std::string_view protocol = text.substr(slash);
  if (!protocol.empty() && !equals_ignoring_case(protocol, "/tcp")) {
    return nullptr;
  }
  text = text.substr(0, slash);
  const std::size_t dash = text.find('-');
  const unsigned first = number_of(text.substr(0, dash));
  const unsigned last =
      dash == std::string_view::npos ? first : number_of(text.substr(dash + 1));
  for (const AdminPort& it : lists::admin_ports) {
    if (first <= it.number && it.number <= last && first != 0) return &it;
  }
  return nullptr;
}

using PortNames = std::set<std::string_view>;

void look_at_expose(const Subject& subject, const Instruction& expose,
                    const ImageState& state, const PortNames& exposed_ports,
                    std::set<unsigned>& said, Findings& findings) {
  const StageScope scope(state);
  for (const Word& word : expose.as<WordList>()->words) {
    const Expansion read =
        expand_word(word.value, scope,
                    {.escape = subject.document.style.escape, .limit = 1000});
    // A variable may have been another here than at the stage's end.
    const bool exposed = read.known() && exposed_ports.contains(read.value);
    const AdminPort* port = exposed ? admin_port_in(read.value) : nullptr;
    if (port == nullptr || !said.insert(port->number).second) continue;
    report(
        findings, admin_port, word.span,
        fmt::format("port {} is that of {}: who reaches it tries to log in to "
                    "the container",
                    port->number, port->service),
        "leave the service out: `docker exec` or `kubectl exec` give a shell");
  }
}

}  // namespace

void check_admin_port(const Subject& subject, Findings& findings) {
  if (subject.image == nullptr) return;
  const PortNames exposed(subject.image->ports.begin(),
                          subject.image->ports.end());
  std::set<unsigned> said;  // each port once
  for (const std::size_t i : subject.image_instructions()) {
    const Instruction& it = subject.instruction(i);
    if (it.keyword != Keyword::expose || it.as<WordList>() == nullptr) continue;
    if (const ImageState* state = subject.state_of(i)) {
      look_at_expose(subject, it, *state, exposed, said, findings);
    }
  }
}

}  // namespace harden::rule
