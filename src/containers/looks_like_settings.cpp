#include <algorithm>
#include <string_view>

#include "containers/settings.h"

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

}  // namespace harden
