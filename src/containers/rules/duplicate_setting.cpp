#include <fmt/format.h>

#include <utility>

#include "base/rules/rule.h"
#include "containers/setting_reader.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo duplicate_setting = {
    .code = "HD201",
    .name = "duplicate-setting",
    .summary = "A key stands twice in one map",
    .what =
        "Compose files, Kubernetes manifests and any YAML beside them in "
        "one file. Keys that come by `<<` do not count: an own key replaces "
        "them.",
    .why =
        "Docker Compose and kubectl refuse the file. Other readers take the "
        "first or the last of the two, so that what is reviewed is not what "
        "runs.",
    .remedy =
        "Remove one of the keys, or merge their values into one. `harden "
        "check` ends with status 2.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    user: \"10001\"\n"
        "    user: root\n",
    .references = {"https://yaml.org/spec/1.2.2/#3213-node-comparison",
                   "https://docs.docker.com/reference/compose-file/services/"},
    .severity = Severity::error,
    .language = "yaml",
    .refuses_file = true,
};

}  // namespace rule

void containers::Problems::duplicate(const yaml::DuplicateKey& key) {
  Diagnostic result = finding(
      rule::duplicate_setting, key.second,
      fmt::format("`{}` is given twice (first in line {}): the engine refuses "
                  "the file, and other readers take one of the two",
                  shown(key.key), source_.position(key.first.begin).line),
      "remove one of them, or merge their values");
  result.labels.push_back({key.first, "first given here"});
  add(std::move(result));
}

}  // namespace harden
