#include "findings/report/bundle_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "findings/report/summary.h"
#include "findings/report/text_report.h"
#include "knowledge/lists/confinement.h"
#include "runtime/apparmor/apparmor.h"

namespace harden {
namespace {

// Texts come from files that anybody may have written: one line, and no markup
// but the backquotes that messages have.
std::string plain_markdown(std::string_view text) {
  std::string result;
  bool code = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '`') code = !code;
    if (byte < 0x20 || byte == 0x7F) {
      result += ' ';
    } else {
      const bool markup = c == '<' || c == '[' || c == '|';
      if (markup && !code) result += '\\';
      result += c;
    }
  }
  if (code) result += '`';
  return result;
}

class BundleReportWriter {
 public:
  explicit BundleReportWriter(const BundleFacts& facts) : facts_(facts) {}

  std::string run() {
    const Policy& policy = facts_.policy;
    text_ +=
        fmt::format("# {}, hardened\n\n", plain_markdown(policy.name.value));
    text_ += fmt::format(
        "Written by harden for {}. How each file here is used stands at its "
        "top; `[policy]` in harden.toml changes them.\n\n",
        plain_markdown(policy.dockerfile));
    text_ += fmt::format("Before: {}  \nAfter: {}\n",
                         plain_markdown(describe_user(facts_.before)),
                         plain_markdown(describe_user(facts_.after)));
    diagnostics("Changed", true);
    diagnostics("Found", false);
    list("Assumed", policy.assumptions);
    list("Left to you", policy.tasks);
    permissions();
    volumes();
    list("System calls", facts_.seccomp);
    list("AppArmor", apparmor());
    list("What `docker exec` still can", exec());
    list("In Kubernetes it differs", facts_.kubernetes);
    list("What Swarm does not take over", swarm());
    list("Before daemon.json is installed", facts_.daemon);
    return std::move(text_);
  }

 private:
  void title(std::string_view name) {
    text_ += fmt::format("\n## {}\n\n", name);
  }
  void item(std::string_view text) { text_ += fmt::format("- {}\n", text); }

  void list(std::string_view name, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    title(name);
    for (const std::string& it : lines) item(plain_markdown(it));
  }

  void diagnostics(std::string_view name, bool changed) {
    bool first = true;
    for (const Diagnostic& it : facts_.diagnostics) {
      if (it.fix.has_value() != changed) continue;
      if (first) title(name);
      first = false;
      item(line_of(it));
      if (!it.help.empty() && !changed) {
        text_ += fmt::format("  Help: {}\n", plain_markdown(it.help));
      }
    }
  }

  std::string line_of(const Diagnostic& it) const {
    const auto line = facts_.source.position(it.span.begin).line;
    return fmt::format("{} {} {}:{}: {}", to_string(it.severity), it.rule,
                       plain_markdown(facts_.source.name()), line,
                       plain_markdown(it.message));
  }

  void permissions() {
    const Policy& policy = facts_.policy;
    title("What the container may do");
    item(fmt::format("user: {} ({})", plain_markdown(policy.user.value.spec()),
                     plain_markdown(policy.user.because())));
    for (const CapabilityNeed& it : policy.capabilities) {
      item(fmt::format("keeps the capability {}: {}", it.name,
                       plain_markdown(because(it.reasons))));
    }
    item("drops " + dropped());
    for (const WritablePath& it : policy.writable) item(writes(it));
    for (const PortNeed& it : policy.ports) {
      item(fmt::format("listens on {}/{}: {}", it.port, to_string(it.protocol),
                       plain_markdown(because(it.reasons))));
    }
  }

  static std::string because(const std::vector<Reason>& reasons) {
    return Reasoned<int>{0, reasons}.because();
  }

  static std::string writes(const WritablePath& it) {
    const std::string on =
        it.kind == WritablePath::Kind::tmpfs
            ? fmt::format("tmpfs of {}", size_text(it.size))
            : fmt::format("volume {}", plain_markdown(it.volume));
    return fmt::format("writes {} on a {}: {}", plain_markdown(it.path), on,
                       plain_markdown(because(it.reasons)));
  }

  std::string dropped() const {
    std::string names;
    for (const std::string_view it : lists::engine_capabilities) {
      const auto& kept = facts_.policy.capabilities;
      const bool keeps = std::any_of(
          kept.begin(), kept.end(),
          [&](const CapabilityNeed& need) { return need.name == it; });
      if (!keeps) names += (names.empty() ? "" : ", ") + std::string(it);
    }
    return "of the engine's default capabilities " + names +
           ", and every other one";
  }

  void volumes() {
    const auto& paths = facts_.policy.writable;
    const auto is_volume = [](const WritablePath& it) {
      return it.kind == WritablePath::Kind::volume;
    };
    // A step-down gives them away itself.
    if (facts_.policy.start.value != StartsAs::user ||
        std::none_of(paths.begin(), paths.end(), is_volume)) {
      return;
    }
    title("Volumes to migrate");
    text_ +=
        "A new volume gets its owner from the image. One from the days of root "
        "is given away once:\n\n```\n";
    for (const WritablePath& it : paths) {
      if (!is_volume(it)) continue;
      text_ += fmt::format(
          "docker run --rm -v {}:/volume debian:bookworm-slim chown -R {} "
          "/volume\n",
          plain_markdown(it.volume),
          plain_markdown(facts_.policy.user.value.spec()));
    }
    text_ += "```\n";
  }

  std::vector<std::string> exec() const {
    const Policy& policy = facts_.policy;
    std::vector<std::string> lines;
    if (policy.start.value == StartsAs::root) {
      lines.push_back(
          "it starts as uid 0 with the capabilities above, since the container "
          "does; use `docker exec --user " +
          policy.user.value.spec() + "`");
    } else {
      lines.emplace_back(
          "it starts as the service's user without capabilities; with `--user "
          "0` as root, still without, and still without new privileges");
    }
    lines.emplace_back(
        "`docker exec --privileged` gives all capabilities back: who may talk "
        "to the engine is root on the host");
    if (!policy.has_shell) {
      lines.emplace_back("there is no shell in the image to start");
    }
    return lines;
  }

  std::vector<std::string> apparmor() const {
    const Policy& policy = facts_.policy;
    const std::string name = apparmor_profile_name(policy);
    std::vector<std::string> lines = {
        "`apparmor_parser -r -W apparmor.profile` loads the profile " + name +
        " on a host, `aa-status` shows it; a copy in /etc/apparmor.d is there "
        "after a restart"};
    if (policy.apparmor.value == name) {
      lines.emplace_back(
          "run.sh, compose.yaml and kubernetes.yaml use it: a host where it "
          "is not loaded refuses the container, and one without AppArmor runs "
          "it unconfined; run.sh checks both");
    } else if (!policy.apparmor.value.empty()) {
      lines.push_back(
          "run.sh, compose.yaml and kubernetes.yaml use another "
          "one, " +
          policy.apparmor.value + ", as harden.toml says");
    } else {
      lines.emplace_back(
          "it is not used yet, for a host where it is not loaded refuses the "
          "container: `[policy] apparmor = \"container\"` in harden.toml, or "
          "`--set apparmor=container`, turns it on; \"strict\" allows only "
          "the files and programs that are known to be needed");
    }
    return lines;
  }

  // docs.docker.com, Compose file v3 reference: options that `docker stack
  // deploy` ignores.
  std::vector<std::string> swarm() const {
    const Policy& policy = facts_.policy;
    std::vector<std::string> lines = {
        "`security_opt` is ignored, so no-new-privileges and profiles of "
        "compose.yaml do not hold; set no-new-privileges in daemon.json",
        "`tmpfs` is ignored: say each as a `volumes` entry of type tmpfs",
        "`restart` is ignored: use `deploy.restart_policy`",
        "`build` is ignored: push the image first",
        "`mem_limit`, `cpus` and `pids_limit` are ignored: use "
        "`deploy.resources.limits`"};
    if (!policy.devices.empty()) lines.emplace_back("`devices` is ignored");
    if (!policy.limits.cgroup_parent.value.empty()) {
      lines.emplace_back("`cgroup_parent` is ignored");
    }
    return lines;
  }

  const BundleFacts& facts_;
  std::string text_;
};

}  // namespace

std::string bundle_report(const BundleFacts& facts) {
  return BundleReportWriter(facts).run();
}

}  // namespace harden
