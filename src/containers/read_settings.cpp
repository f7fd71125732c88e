#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "base/source/bad_input.h"
#include "base/text/ascii.h"
#include "containers/compose/compose_file.h"
#include "containers/containers.h"
#include "containers/kubernetes/kubernetes_manifest.h"
#include "containers/problems.h"
#include "containers/refuse.h"
#include "containers/settings.h"
#include "containers/yaml/comments.h"
#include "containers/yaml/yaml_tree.h"

namespace harden {
namespace {

bool has_ending(std::string_view name) {
  const std::string low = lower_case(name);
  return low.ends_with(".yml") || low.ends_with(".yaml") ||
         low.ends_with(".json");
}

// By its name it is no settings, whatever is in it.
bool is_dockerfile(std::string_view name) {
  const std::string low = lower_case(name.substr(name.rfind('/') + 1));
  return low.find("dockerfile") != low.npos ||
         low.find("containerfile") != low.npos;
}

// The first line that is neither blank nor a comment.
std::string_view first_line(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin != line.npos && line[begin] != '#') return line.substr(begin);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return {};
}

// `key:` and nothing or a blank behind it.
bool begins_with_key(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == 0 || colon == line.npos) return false;
  const std::string_view key = line.substr(0, colon);
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
    const char low = lower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("_-.\"'").find(c) != std::string_view::npos;
  });
  const std::string_view rest = line.substr(colon + 1);
  return plain && (rest.empty() || rest.find_first_of(" \t\r") == 0);
}

class SettingsFileReader {
 public:
  explicit SettingsFileReader(SettingsFile& file)
      : file_(file),
        problems_(*file.source, file.problems),
        containers_(*file.source, file.containers) {}

  void read(const yaml::Document& document) {
    const yaml::Value root(document, 0);
    for (const auto& it : document.duplicates) problems_.duplicate(it);
    const auto quoted = containers::quoted_comments(document);
    quoted_.insert(quoted_.end(), quoted.begin(), quoted.end());
    if (root.is_null()) return;
    if (containers::is_manifest(root)) {
      containers::read_manifest(root, problems_, containers_);
    } else if (containers::is_compose(root)) {
      containers::read_compose(root, problems_, containers_);
    } else {
      return;
    }
    is_known_ = true;
  }

  void finish() {
    if (!is_known_ && file_.problems.empty()) {
      throw BadInput(file_.source->name(),
                     "is neither a Compose file (no `services:`) nor a "
                     "Kubernetes manifest (no `apiVersion:` and `kind:`)");
    }
    file_.comments = containers::find_comments(*file_.source, quoted_);
  }

 private:
  SettingsFile& file_;
  containers::Problems problems_;
  containers::Containers containers_;
  std::vector<Span> quoted_;
  bool is_known_ = false;
};

}  // namespace

bool is_settings_file(std::string_view name, std::string_view bytes) {
  if (has_ending(name)) return true;
  if (is_dockerfile(name)) return false;
  const std::string_view line = first_line(bytes);
  return line.starts_with("---") || line.starts_with('{') ||
         begins_with_key(line);
}

SettingsFile read_settings(SourceFile source) {
  SettingsFile file;
  file.source = std::make_shared<const SourceFile>(std::move(source));
  SettingsFileReader reader(file);
  yaml::read_documents(*file.source, [&](const yaml::Document& document) {
    reader.read(document);
  });
  reader.finish();
  return file;
}

}  // namespace harden
