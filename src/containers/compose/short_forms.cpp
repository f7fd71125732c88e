#include "containers/compose/short_forms.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text/ascii.h"
#include "containers/setting_reader.h"

namespace harden::containers {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> result;
  for (;;) {
    const auto end = text.find(separator);
    result.push_back(text.substr(0, end));
    if (end == text.npos) return result;
    text.remove_prefix(end + 1);
  }
}

// The length of `C:` in front of a path.
std::size_t drive(std::string_view text) {
  const bool letter = !text.empty() && is_letter(text[0]);
  const bool path =
      text.size() > 2 && text[1] == ':' && (text[2] == '\\' || text[2] == '/');
  return letter && path ? 2 : 0;
}

// The part before the next colon that is not a drive's.
std::string_view take_path(std::string_view& text) {
  const auto end = std::min(text.find(':', drive(text)), text.size());
  const std::string_view result = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return result;
}

bool is_propagation(std::string_view word) {
  if (word.starts_with('r')) word.remove_prefix(1);
  return word == "shared" || word == "slave" || word == "private";
}

void add_option(std::string_view word, MountSetting& mount) {
  if (word == "ro" || word == "readonly") mount.read_only = true;
  if (word == "z" || word == "Z") mount.relabel = word[0];
  if (is_propagation(word)) mount.propagation = word;
}

// `readonly`, `ro=true`, `bind-propagation=shared` …
void add_mount_field(std::string_view field, MountSetting& mount) {
  const auto equals = std::min(field.find('='), field.size());
  const std::string name = lower_case(field.substr(0, equals));
  const std::string_view value =
      field.substr(std::min(equals + 1, field.size()));
  if (name == "source" || name == "src") mount.source = value;
  if (name == "target" || name == "dst" || name == "destination") {
    mount.target = value;
  }
  if (name == "readonly" || name == "ro") {
    mount.read_only = value.empty() || parse_flag(value).value_or(false);
  }
  if (name == "bind-propagation") mount.propagation = value;
  if (name == "z") mount.relabel = field[0];
  if (name == "relabel") mount.relabel = value == "private" ? 'Z' : 'z';
}

MountSetting::Kind named_kind(std::string_view type) {
  if (type == "bind") return MountSetting::Kind::bind;
  if (type == "tmpfs") return MountSetting::Kind::tmpfs;
  if (type == "volume") return MountSetting::Kind::volume;
  return MountSetting::Kind::other;
}

}  // namespace

MountSetting::Kind kind_of_source(std::string_view source) {
  if (source.starts_with('$')) return MountSetting::Kind::other;
  const bool path = source.starts_with('/') || source.starts_with('.') ||
                    source.starts_with('~') || source.starts_with('\\') ||
                    drive(source) != 0;
  return path ? MountSetting::Kind::bind : MountSetting::Kind::volume;
}

MountSetting parse_volume(std::string_view text, Span span) {
  MountSetting mount;
  mount.span = span;
  const std::string_view first = take_path(text);
  if (text.empty()) {
    mount.target = first;
    return mount;
  }
  mount.source = first;
  mount.target = take_path(text);
  mount.options = text;
  mount.kind = kind_of_source(mount.source);
  for (const std::string_view it : split(text, ',')) add_option(it, mount);
  return mount;
}

MountSetting parse_tmpfs(std::string_view text, Span span) {
  MountSetting mount;
  mount.kind = MountSetting::Kind::tmpfs;
  mount.span = span;
  mount.target = take_path(text);
  mount.options = text;
  for (const std::string_view it : split(text, ',')) add_option(it, mount);
  return mount;
}

MountSetting parse_mount(std::string_view text, Span span) {
  MountSetting mount;
  mount.span = span;
  mount.options = text;
  for (std::string_view field : split(text, ',')) {
    if (field.starts_with('"')) field.remove_prefix(1);
    if (field.ends_with('"')) field.remove_suffix(1);
    if (field.starts_with("type=")) mount.kind = named_kind(field.substr(5));
    add_mount_field(field, mount);
  }
  return mount;
}

PublishedPort parse_port(std::string_view text, Span span) {
  PublishedPort port;
  port.span = span;
  if (const auto slash = text.rfind('/'); slash != text.npos) {
    port.protocol = text.substr(slash + 1);
    text = text.substr(0, slash);
  }
  const auto colon = text.rfind(':');
  port.container_port = text.substr(colon == text.npos ? 0 : colon + 1);
  if (colon == text.npos) return port;
  text = text.substr(0, colon);
  // An address may hold colons, a port does not.
  const auto before = text.rfind(':');
  port.host_port = text.substr(before == text.npos ? 0 : before + 1);
  if (before != text.npos) port.address = text.substr(0, before);
  return port;
}

void add_security_option(const PlacedText& option, ContainerSettings& out) {
  const std::string_view text = option.value;
  const auto end = std::min(text.find_first_of("=:"), text.size());
  const std::string name = lower_case(text.substr(0, end));
  const PlacedText value{
      std::string(text.substr(std::min(end + 1, text.size()))), option.span};
  if (name == "no-new-privileges") {
    out.no_new_privileges = Placed<bool>{
        value.value.empty() || parse_flag(value.value).value_or(true),
        option.span};
  }
  if (name == "seccomp") out.seccomp = value;
  if (name == "apparmor") out.apparmor = value;
  if (name == "label") out.selinux.push_back(value);
  if (name == "systempaths" && value.value == "unconfined") {
    out.unmasked.push_back({"ALL", option.span});
  }
  if (name == "unmask") out.unmasked.push_back(value);
}

std::string capability_name(std::string_view text) {
  const std::string name = upper_case(text);
  return name.starts_with("CAP_") ? name.substr(4) : name;
}

}  // namespace harden::containers
