#include "findings/report/bundle_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/quote/markdown.h"
#include "base/quote/words.h"
#include "findings/report/summary.h"
#include "findings/report/text_report.h"
#include "knowledge/lists/confinement.h"
#include "runtime/apparmor/apparmor.h"

namespace harden {
namespace {

class BundleReportWriter {
 public:
  explicit BundleReportWriter(const BundleFacts& facts) : facts_(facts) {}

  std::string run() {
    const Policy& policy = facts_.policy;
    text_ +=
        fmt::format("# {}, hardened\n\n", markdown_text(policy.name.value));
    text_ += fmt::format(
        "Written by harden for {}. How each file here is used stands at its "
        "top; `[policy]` in harden.toml changes them.\n\n",
        markdown_text(policy.dockerfile));
    text_ += fmt::format("Before: {}  \nAfter: {}\n",
                         markdown_text(describe_user(facts_.before)),
                         markdown_text(describe_user(facts_.after)));
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
    for (const std::string& it : lines) item(markdown_text(it));
  }

  void diagnostics(std::string_view name, bool changed) {
    bool first = true;
    for (const Diagnostic& it : facts_.diagnostics) {
      if (it.fix.has_value() != changed) continue;
      if (first) title(name);
      first = false;
      item(line_of(it));
      if (!it.help.empty() && !changed) {
        text_ += fmt::format("  Help: {}\n", markdown_text(it.help));
      }
    }
  }

  std::string line_of(const Diagnostic& it) const {
    const auto line = facts_.source.position(it.span.begin).line;
    return fmt::format("{} {} {}:{}: {}", to_string(it.severity), it.rule,
                       markdown_text(facts_.source.name()), line,
                       markdown_text(it.message));
  }

  void permissions() {
    const Policy& policy = facts_.policy;
    title("What the container may do");
    item(fmt::format("user: {} ({})", markdown_text(policy.user.value.spec()),
                     markdown_text(policy.user.because())));
    for (const CapabilityNeed& it : policy.capabilities) {
      item(fmt::format("keeps the capability {}: {}", it.name,
                       markdown_text(because(it.reasons))));
    }
    item("drops " + dropped());
    for (const WritablePath& it : policy.writable) item(writes(it));
    for (const PortNeed& it : policy.ports) {
      item(fmt::format("listens on {}/{}: {}", it.port, to_string(it.protocol),
                       markdown_text(because(it.reasons))));
    }
  }

  static std::string because(const std::vector<Reason>& reasons) {
    return Reasoned<int>{0, reasons}.because();
  }

  static std::string writes(const WritablePath& it) {
    const std::string on =
        it.kind == WritablePath::Kind::tmpfs
            ? fmt::format("tmpfs of {}", size_text(it.size))
            : fmt::format("volume {}", markdown_text(it.volume));
    return fmt::format("writes {} on a {}: {}", markdown_text(it.path), on,
                       markdown_text(because(it.reasons)));
  }

  std::string dropped() const {
    std::string names;
    for (const std::string_view it : lists::engine_capabilities) {
      const auto& kept = facts_.policy.capabilities;
      const bool keeps = std::ranges::any_of(
          kept, [&](const CapabilityNeed& need) { return need.name == it; });
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
        std::ranges::none_of(paths, is_volume)) {
      return;
    }
    title("Volumes to migrate");
    text_ +=
        "A new volume gets its owner from the image. One from the days of root "
        "is given away once:\n\n";
    std::string commands;
    for (const WritablePath& it : paths) {
      if (is_volume(it)) commands += gift(it);
    }
    text_ += markdown_block(commands);
  }

  // `-v` takes the first `:` for the name's end.
  std::string gift(const WritablePath& it) const {
    const bool colon = it.volume.find(':') != std::string::npos;
    const std::string mount =
        colon ? "--mount " + shell_word(fmt::format(
                                 "type={},{},target=/volume",
                                 it.volume.starts_with('/') ? "bind" : "volume",
                                 csv_field("source=" + it.volume)))
              : "-v " + shell_word(it.volume + ":/volume");
    return fmt::format(
        "docker run --rm {} debian:bookworm-slim chown -R {} /volume\n", mount,
        shell_word(facts_.policy.user.value.spec()));
  }

  std::vector<std::string> exec() const {
    const Policy& policy = facts_.policy;
    std::vector<std::string> lines;
    if (policy.start.value == StartsAs::root) {
      lines.push_back(
          "it starts as uid 0 with the capabilities above, since the container "
          "does; use `docker exec --user " +
          shell_word(policy.user.value.spec()) + "`");
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
          "it is not used yet because a host where it is not loaded refuses "
          "the "
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
