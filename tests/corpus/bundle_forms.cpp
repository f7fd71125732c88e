#include "bundle_forms.h"

#include <algorithm>
#include <string_view>

#include "base/text/paths.h"
#include "containers/container_settings.h"
#include "containers/settings.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "knowledge/knowledge.h"
#include "runtime/emit/emit.h"
#include "runtime/policy/policy_questions.h"
#include "script_run.h"

namespace harden::test {
namespace {

std::string shell_quoted(const std::string& word) {
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? "'\\''" : std::string(1, c);
  return result + "'";
}

BundleForm form_of(const std::string& name, const ContainerSettings& it) {
  BundleForm form;
  form.name = name;
  if (it.user) form.user = it.user->value;
  if (it.group) form.user += ":" + it.group->value;
  for (const MountSetting& mount : it.mounts)
    form.writable.insert(mount.target);
  for (const PublishedPort& port : it.ports) {
    form.ports.insert(port.container_port + "/" + port.protocol);
  }
  for (const PlacedText& added : it.cap_add) {
    form.capabilities.insert(added.value);
  }
  form.drops_all =
      std::any_of(it.cap_drop.begin(), it.cap_drop.end(),
                  [](const auto& cap) { return cap.value == "ALL"; });
  form.read_only = it.read_only && it.read_only->value;
  form.no_new_privileges = it.no_new_privileges && it.no_new_privileges->value;
  return form;
}

// The script is run with a stand-in for the engine, which notes its arguments.
BundleForm run_form(const Policy& policy) {
  const ScriptRun run = run_script(emit_run_script(policy, Engine::docker), {});
  std::string line = "docker";
  for (const std::string& it : run.calls.at(run.calls.size() - 1)) {
    line += " " + shell_quoted(it);
  }
  const SettingsFile file = read_run_line(SourceFile("run.sh", line));
  return form_of("run.sh", file.containers.at(0));
}

// Ports of a pod are for people; only host ports are settings.
std::set<std::string> pod_ports(const std::string& manifest) {
  std::set<std::string> result;
  constexpr std::string_view key = "- containerPort: ";
  for (std::size_t at = manifest.find(key); at != std::string::npos;
       at = manifest.find(key, at + 1)) {
    const std::size_t begin = at + key.size();
    const std::string port =
        manifest.substr(begin, manifest.find('\n', begin) - begin);
    const std::size_t protocol = manifest.find("protocol: ", begin) + 10;
    std::string word =
        manifest.substr(protocol, manifest.find('\n', protocol) - protocol);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return static_cast<char>(c | 0x20); });
    result.insert(port + "/" + word);
  }
  return result;
}

BundleForm kubernetes_form(const std::string& manifest) {
  const SettingsFile file =
      read_settings(SourceFile("kubernetes.yaml", manifest));
  // Those that fill volumes come first.
  BundleForm form = form_of("kubernetes.yaml", file.containers.back());
  form.ports = pod_ports(manifest);
  return form;
}

std::string listed(const std::set<std::string>& words) {
  std::string result;
  for (const std::string& it : words) result += " " + it;
  return result.empty() ? " nothing" : result;
}

class Comparison {
 public:
  Comparison(const Hardened& hardened, const Policy& policy)
      : hardened_(hardened), policy_(policy), all_(bundle_forms(policy)) {}

  std::vector<std::string> run() {
    if (all_.forms.empty()) return {};
    for (const BundleForm& it : all_.forms) {
      user(it);
      confinement(it);
    }
    const BundleForm& first = all_.forms.front();
    for (const BundleForm& it : all_.forms) {
      if (it.name == "kubernetes.yaml") {
        pod_paths(it, first);
        if (gives_more(it)) say(it.name, "adds capabilities");
      } else {
        same("paths", it.name, it.writable, first.writable);
        same("capabilities", it.name, it.capabilities, first.capabilities);
      }
      same("ports", it.name, it.ports, first.ports);
    }
    image_paths(first);
    return std::move(said_);
  }

 private:
  void say(const std::string& form, const std::string& text) {
    said_.push_back(form + " " + text);
  }

  void same(const std::string& what, const std::string& form,
            const std::set<std::string>& one,
            const std::set<std::string>& other) {
    if (one == other) return;
    say(form, "has other " + what + " than run.sh:" + listed(one) + " and" +
                  listed(other));
  }

  // As whom the service runs in the end. Without a user of its own a form
  // starts as the image does.
  void user(const BundleForm& form) {
    const EffectiveUser& after = hardened_.after();
    if (form.user.empty()) {
      if (form.name == "kubernetes.yaml") say(form.name, "names no user");
      return;
    }
    if (!after.uid || !after.gid) return say(form.name, "knows the user");
    const std::string image =
        std::to_string(*after.uid) + ":" + std::to_string(*after.gid);
    if (form.user != image)
      say(form.name, "runs as " + form.user + ", not " + image);
    const bool steps_down = after.privilege == Privilege::steps_down;
    if (steps_down && form.name != "kubernetes.yaml") {
      say(form.name, "skips the step-down");
    }
    if (steps_down && !is_named("step")) {
      say(form.name, "does not name the step-down that it skips");
    }
  }

  // Than what programs of the image carry as files.
  bool gives_more(const BundleForm& form) const {
    std::set<std::string> carried;
    for (const CapabilityNeed& it : policy_.capabilities) {
      if (it.of_file) carried.insert(it.name);
    }
    return !std::includes(carried.begin(), carried.end(),
                          form.capabilities.begin(), form.capabilities.end());
  }

  bool is_named(std::string_view text) const {
    const auto& all = all_.differences;
    return std::any_of(all.begin(), all.end(), [&](const std::string& it) {
      return it.find(text) != std::string::npos;
    });
  }

  void confinement(const BundleForm& form) {
    if (!form.drops_all) say(form.name, "keeps capabilities");
    read_only(form);
    if (!form.no_new_privileges) say(form.name, "allows new privileges");
    const bool root = hardened_.after().privilege == Privilege::steps_down;
    if (!root && gives_more(form)) {
      say(form.name, "gives capabilities to a user");
    }
  }

  // Unless a start script writes where no mount fits, which the report says.
  void read_only(const BundleForm& form) {
    const Policy& policy = policy_;
    const bool told = std::any_of(
        policy.tasks.begin(), policy.tasks.end(), [](const std::string& it) {
          return it.find("stays writable") != std::string::npos;
        });
    if (form.read_only == told) {
      say(form.name, told ? "has a read-only root, against the report"
                          : "has a root that can be written");
    }
  }

  void pod_paths(const BundleForm& pod, const BundleForm& run) {
    for (const std::string& it : run.writable) {
      if (pod.writable.contains(it) || is_named(it)) continue;
      say(pod.name, "does not mount " + it + ", and does not say so");
    }
    for (const std::string& it : pod.writable) {
      if (!run.writable.contains(it)) say(pod.name, "mounts " + it);
    }
  }

  // What the image declares a volume must be mounted, under the path that it
  // has behind links.
  void image_paths(const BundleForm& run) {
    const Document& document = hardened_.final.document();
    EvaluateOptions options;
    options.bases = &builtin_bases();
    const Evaluation evaluation = evaluate(document, options);
    for (const PathSetting& it : evaluation.stages[evaluation.target].volumes) {
      if (it.path.find('$') != std::string::npos) continue;
      const std::string path = without_links(absolute_path("/", it.path));
      if (!run.writable.contains(path))
        say("run.sh", "lacks the volume " + path);
    }
  }

  const Hardened& hardened_;
  const Policy& policy_;
  BundleForms all_;
  std::vector<std::string> said_;
};

}  // namespace

BundleForms bundle_forms(const Policy& policy) {
  BundleForms result;
  if (!policy.unsafe_because.empty()) return result;
  result.forms.push_back(run_form(policy));
  const SettingsFile compose =
      read_settings(SourceFile("compose.yaml", emit_compose(policy)));
  result.forms.push_back(form_of("compose.yaml", compose.containers.at(0)));
  const std::string pod = emit_kubernetes(policy);
  if (!pod.empty()) result.forms.push_back(kubernetes_form(pod));
  result.differences = kubernetes_differences(policy);
  return result;
}

std::vector<std::string> contradictions(const Hardened& hardened,
                                        const Policy& policy) {
  return Comparison(hardened, policy).run();
}

}  // namespace harden::test
