#include "findings/baseline/baseline_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/quote/json_line.h"
#include "base/source/source_file.h"

namespace harden::cli {
namespace {

constexpr int version = 1;

// Members by name: the other kind would look through all for each.
using Parsed = nlohmann::json;

class BaselineParser {
 public:
  explicit BaselineParser(const std::string& file) : file_(file) {}

  KnownFiles parse(std::string_view text) {
    const Parsed root = Parsed::parse(text, nullptr, false);
    if (!root.is_object())
      refuse("is not a baseline of harden: it is not JSON");
    require_version(root);
    const auto files = root.find("files");
    if (files == root.end() || !files->is_object()) refuse_shape();
    KnownFiles result;
    for (const auto& [path, list] : files->items()) {
      if (!list.is_array()) refuse_shape();
      KnownFindings& findings = result[path];
      for (const Parsed& it : list) add(it, findings);
    }
    return result;
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw BadInput(file_, why);
  }
  [[noreturn]] void refuse_shape() const {
    refuse(
        "is not a baseline that harden wrote: `files` must hold lists of "
        "findings with `rule` and `fingerprint`");
  }

  void require_version(const Parsed& root) const {
    const auto found = root.find("harden_baseline");
    if (found == root.end()) {
      refuse("is not a baseline of harden: `harden_baseline` is missing");
    }
    if (found->is_number_integer() && *found == version) return;
    refuse(fmt::format(
        "is a baseline of another version than {}, the one that this harden "
        "reads; write it anew with `--write-baseline`",
        version));
  }

  void add(const Parsed& finding, KnownFindings& findings) const {
    if (!finding.is_object()) refuse_shape();
    findings.emplace(text(finding, "fingerprint"), text(finding, "rule"));
  }

  std::string text(const Parsed& finding, const char* key) const {
    const auto found = finding.find(key);
    if (found == finding.end() || !found->is_string()) refuse_shape();
    return found->get<std::string>();
  }

  const std::string& file_;
};

std::string findings_text(const KnownFindings& findings) {
  std::vector<std::pair<std::string, std::string>> sorted;
  for (const auto& [fingerprint, rule] : findings) {
    sorted.emplace_back(rule, fingerprint);
  }
  std::sort(sorted.begin(), sorted.end());
  JsonList list("      ");
  std::string text;
  for (const auto& [rule, fingerprint] : sorted) {
    text +=
        list.next(json_line({{"rule", rule}, {"fingerprint", fingerprint}}));
  }
  return text;
}

}  // namespace

KnownFiles parse_baseline(std::string_view text, const std::string& file) {
  return BaselineParser(file).parse(text);
}

std::string baseline_text(const KnownFiles& files) {
  JsonList list("    ");
  std::string text =
      fmt::format("{{\n  \"harden_baseline\": {},\n  \"files\": {{", version);
  bool is_empty = true;
  for (const auto& [path, findings] : files) {
    if (findings.empty()) continue;
    is_empty = false;
    text += list.next(json_line(path)) + ": [" + findings_text(findings) +
            "\n    ]";
  }
  return text + (is_empty ? "}\n}\n" : "\n  }\n}\n");
}

std::size_t count_of(const KnownFiles& files) {
  std::size_t count = 0;
  for (const auto& [path, findings] : files) count += findings.size();
  return count;
}

}  // namespace harden::cli
