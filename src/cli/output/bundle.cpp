#include "cli/output/bundle.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "cli/config/settings.h"
#include "findings/report/bundle_report.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::cli {
namespace {

class BundleWriter {
 public:
  BundleWriter(const HardenArguments& arguments, const Hardened& result,
               const Policy& policy, const DaemonSettings& daemon)
      : arguments_(arguments),
        result_(result),
        policy_(policy),
        daemon_(daemon) {}

  Bundle run() {
    const Policy& policy = policy_;
    if (!policy.unsafe_because.empty()) {
      bundle_.remarks.push_back(
          fmt::format("no settings for runtimes are written because the "
                      "service is not shown "
                      "to run unprivileged: {}",
                      policy.unsafe_because));
      return std::move(bundle_);
    }
    add(BundlePart::run, "run.sh", emit_run_script(policy, arguments_.engine),
        0755);
    add(BundlePart::compose, "compose.yaml", emit_compose(policy));
    add_kubernetes();
    add(BundlePart::daemon, "daemon.json", emit_daemon(daemon_));
    add(BundlePart::policy, "policy.json", emit_policy_json(policy));
    add_seccomp();
    add(BundlePart::apparmor, "apparmor.profile",
        apparmor_profile(policy, {policy.apparmor_strength}));
    add(BundlePart::report, "REPORT.md", report());
    return std::move(bundle_);
  }

 private:
  void add(BundlePart part, std::string name, std::string text,
           std::uint32_t mode = 0644) {
    if (!arguments_.asks_for(part)) return;
    bundle_.files.push_back({std::move(name), std::move(text), mode});
  }

  void add_kubernetes() {
    std::string text = emit_kubernetes(policy_);
    if (!text.empty()) {
      add(BundlePart::kubernetes, "kubernetes.yaml", std::move(text));
    } else if (arguments_.asks_for(BundlePart::kubernetes)) {
      bundle_.remarks.push_back(
          "no kubernetes.yaml is written because it needs the user as numbers, "
          "which the files do not tell; give them with `--set "
          "user=UID:GID`");
    }
  }

  // In the engines' form, and in the one that Kubernetes and containerd read.
  void add_seccomp() {
    const Policy& policy = policy_;
    if (!has_derived_seccomp(policy)) return;
    const SeccompProfile profile = seccomp_profile_for(policy, {});
    std::vector<std::string> capabilities;
    for (const CapabilityNeed& it : policy.capabilities) {
      capabilities.push_back(it.name);
    }
    add(BundlePart::seccomp, seccomp_file_name, seccomp_engine_json(profile));
    add(BundlePart::seccomp, "seccomp.oci.json",
        seccomp_oci_json(profile, "", capabilities));
    allowed_ = count_allowed(profile);
  }

  // For REPORT.md.
  std::vector<std::string> seccomp_notes() const {
    if (allowed_ == 0) return {};
    return {
        fmt::format("seccomp.json allows {} system calls; the engine's default "
                    "allows {}",
                    allowed_, count_allowed(default_seccomp_profile())),
        "it is made from what is known of the runtime, not from a trace: where "
        "the program fails with \"operation not permitted\", `harden profile "
        "test seccomp.json -- PROGRAM` names the call, and `[policy] seccomp` "
        "takes a profile of your own",
        "Kubernetes and containerd take seccomp.oci.json: in seccomp.json they "
        "pass over `archMap`, `includes` and `excludes` without a word, which "
        "weakens a profile"};
  }

  std::string report() const {
    return bundle_report({*result_.original.document().source,
                          result_.diagnostics, result_.before(),
                          result_.after(), policy_,
                          kubernetes_differences(policy_),
                          daemon_notes(daemon_), seccomp_notes()});
  }

  const HardenArguments& arguments_;
  const Hardened& result_;
  const Policy& policy_;
  const DaemonSettings& daemon_;
  Bundle bundle_;
  std::size_t allowed_ = 0;  // calls of the profile; 0: none is written
};

}  // namespace

std::string bundle_folder(const HardenArguments& arguments) {
  if (arguments.no_bundle) return {};
  if (!arguments.bundle.empty()) return arguments.bundle;
  if (arguments.in_place || arguments.writes_to_stdout()) return {};
  // Beside /dev/null there is no place.
  struct stat status = {};
  if (stat(arguments.output.c_str(), &status) == 0 &&
      !S_ISREG(status.st_mode)) {
    return {};
  }
  return arguments.output + ".d";
}

Bundle make_bundle(const HardenArguments& arguments, const Hardened& result,
                   const Policy& policy, const DaemonSettings& daemon) {
  return BundleWriter(arguments, result, policy, daemon).run();
}

}  // namespace harden::cli
