#include "containers/settings.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/quote/comment.h"
#include "base/source/source_file.h"
#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "containers/compose/compose_file.h"
#include "containers/container_settings.h"
#include "containers/container_subject.h"
#include "containers/kubernetes/kubernetes_manifest.h"
#include "containers/setting_reader.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// Comments to harden in a YAML file, which yaml-cpp drops.
namespace {

// Whether a `#` begins a comment and the comment speaks to harden.
bool begins_comment(std::string_view bytes, std::size_t at) {
  if (at > 0 && std::string_view(" \t\r\n").find(bytes[at - 1]) ==
                    std::string_view::npos) {
    return false;
  }
  const auto word = bytes.find_first_not_of(" \t#", at);
  return word != bytes.npos && bytes.substr(word).starts_with(directive_mark);
}

bool is_inside(const std::vector<Span>& spans, std::uint32_t offset) {
  const auto after = std::partition_point(
      spans.begin(), spans.end(), [&](Span it) { return it.end <= offset; });
  return after != spans.end() && after->contains(offset);
}

Span line_span(const SourceFile& source, std::uint32_t line) {
  const std::uint32_t begin = source.line_begin(line);
  const auto size = static_cast<std::uint32_t>(source.line(line).size());
  return {begin, begin + size};
}

// Further comments may stand between a comment and its line.
Span lines_of(const SourceFile& source, std::uint32_t comment) {
  std::uint32_t line = source.position(comment).line;
  const auto first = [&] {
    const std::string_view text = source.line(line);
    const auto at = text.find_first_not_of(" \t\r");
    return at == text.npos ? '\0' : text[at];
  };
  while (first() == '#') {
    if (line == source.line_count()) return {};
    ++line;
  }
  return first() == '\0' ? Span{} : line_span(source, line);
}

// What looks like such a comment inside of a value, as in a script.
std::vector<Span> quoted_comments(const yaml::Document& document) {
  std::vector<Span> result;
  for (const yaml::Node& it : document.nodes) {
    if (it.kind != yaml::Kind::scalar) continue;
    const std::string_view text = document.source->text(it.span);
    if (text.find(directive_mark) != text.npos) result.push_back(it.span);
  }
  return result;
}

// In order; `quoted` are the values of the whole file that hold none.
std::vector<SettingsComment> find_comments(const SourceFile& source,
                                           const std::vector<Span>& quoted) {
  std::vector<SettingsComment> result;
  const std::string_view bytes = source.bytes();
  for (auto at = bytes.find('#'); at != bytes.npos; at = bytes.find('#', at)) {
    const auto begin = static_cast<std::uint32_t>(at++);
    if (!begins_comment(bytes, begin) || is_inside(quoted, begin)) continue;
    at = std::min(bytes.find('\n', at), bytes.size());
    const bool carriage = bytes[at - 1] == '\r';
    const Span span{begin, static_cast<std::uint32_t>(at - carriage)};
    result.push_back({span, lines_of(source, begin)});
  }
  return result;
}

}  // namespace

}  // namespace harden::containers

namespace harden {
namespace {

constexpr std::string_view quotes = "\"'";

// Whether a line that is not indented sets this key; in quotes or not.
bool sets(std::string_view line, std::string_view key) {
  if (!line.empty() && quotes.find(line.front()) != quotes.npos) {
    line.remove_prefix(1);
  }
  if (!line.starts_with(key)) return false;
  line.remove_prefix(key.size());
  if (!line.empty() && quotes.find(line.front()) != quotes.npos) {
    line.remove_prefix(1);
  }
  return line.starts_with(':');
}

std::string_view without_indent(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line;
}

// One look at each line. Others have `services:` too: Travis and GitLab a list
// of images, Symfony a map of classes.
class SettingsSniffer {
 public:
  void add(std::string_view line) {
    const std::string_view text = without_indent(line);
    if (text.empty() || text.starts_with('#') || text == "\r") return;
    if (text.size() == line.size()) {
      has_api_ |= sets(line, "apiVersion");
      has_kind_ |= sets(line, "kind");
      in_services_ = sets(line, "services");
      is_first_ = true;
      return;
    }
    if (!in_services_) return;
    // A list is none of Compose's.
    if (is_first_ && text.starts_with('-')) in_services_ = false;
    is_first_ = false;
    is_compose_ |=
        in_services_ &&
        (sets(text, "image") || sets(text, "build") || sets(text, "extends"));
  }

  bool is_settings() const { return is_compose_ || (has_api_ && has_kind_); }

 private:
  bool has_api_ = false;
  bool has_kind_ = false;
  bool in_services_ = false;
  bool is_first_ = false;
  bool is_compose_ = false;
};

// JSON may be one line: its keys anywhere.
bool is_json_settings(std::string_view bytes) {
  const auto has = [&](std::string_view key) {
    return bytes.find(key) != bytes.npos;
  };
  return (has("\"apiVersion\"") && has("\"kind\"")) ||
         (has("\"services\"") && (has("\"image\"") || has("\"build\"")));
}

bool has_ending(std::string_view name) {
  const std::string low = lower_case(name);
  return low.ends_with(".yml") || low.ends_with(".yaml") ||
         low.ends_with(".json");
}

// Its name tells that it holds no settings, whatever is in it.
bool is_dockerfile(std::string_view name) {
  const std::string low = lower_case(base_name(name));
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
    return is_lower(low) || is_digit(c) ||
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

bool looks_like_settings(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (without_indent(bytes).starts_with('{')) return is_json_settings(bytes);
  SettingsSniffer look;
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    look.add(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return look.is_settings();
}

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

std::vector<Diagnostic> check_settings(const SettingsFile& file,
                                       const ImageOf& image_of) {
  std::vector<Diagnostic> result = file.problems;
  for (const ContainerSettings& it : file.containers) {
    const rule::ContainerSubject subject{
        it, container_user(it, image_of),
        image_of ? image_of(it) : std::nullopt};
    for (const auto& check : rule_checks<rule::ContainerSubject>()) {
      check.find(subject, result);
    }
  }
  std::ranges::stable_sort(result, {},
                           [](const Diagnostic& it) { return it.span.begin; });
  return result;
}

}  // namespace harden
