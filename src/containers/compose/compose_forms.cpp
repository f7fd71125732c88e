// Which Dockerfile a service builds.
#include <fmt/format.h>

#include <algorithm>

#include "containers/compose/compose_service.h"
#include "containers/compose/short_forms.h"

namespace harden::containers {
namespace {

bool is_remote(std::string_view context) {
  return context.find("://") != context.npos || context.starts_with("git@") ||
         context.starts_with("github.com/");
}

std::string joined(std::string_view folder, std::string_view file) {
  if (file.starts_with('/') || folder.empty() || folder == ".") {
    return std::string(file);
  }
  return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", file);
}

void set_context(std::string_view context, std::string_view dockerfile,
                 ContainerSettings& out) {
  out.build_unknown_because.clear();
  out.build_context = context;
  out.dockerfile = joined(context, dockerfile);
  if (is_remote(context)) {
    out.build_unknown_because = "it is built from a remote repository";
  } else if (out.dockerfile.find('$') != std::string::npos) {
    out.build_unknown_because = "a variable decides what is built";
  }
}

void read_args(const yaml::Value& value, SettingReader& reader) {
  ContainerSettings& out = reader.out();
  for (const auto& it : reader.pairs("args", value)) {
    const auto& [name, text] = it.value;
    // A name alone takes its value from the environment.
    if (!text || text->value.find('$') != std::string::npos) {
      out.unknown_build_args.push_back(name);
    } else {
      out.build_args.emplace_back(name, text->value);
    }
  }
}

std::string field(const yaml::Value& map, std::string_view name,
                  std::string_view otherwise, SettingReader& reader) {
  const auto text = reader.open_text(name, map.get(name));
  return text ? text->value : std::string(otherwise);
}

// The settings of a service that are written as a word or as a map.
// The text of a field, empty when it is missing.
std::string field(const yaml::Value& map, std::string_view name,
                  SettingReader& reader) {
  const auto text = reader.open_text(name, map.get(name));
  return text ? text->value : "";
}

bool is_list(std::string_view name, const yaml::Value& value,
             SettingReader& reader) {
  if (value.is_sequence() || value.is_null()) return true;
  reader.expected(name, "a list", value.span());
  return false;
}

// Compose keeps one mount for each target.
void add_mount(MountSetting mount, ContainerSettings& out) {
  std::erase_if(out.mounts, [&](const MountSetting& it) {
    return it.target == mount.target;
  });
  out.mounts.push_back(std::move(mount));
}

MountSetting::Kind kind_of_type(std::string_view type) {
  if (type == "bind") return MountSetting::Kind::bind;
  if (type == "tmpfs") return MountSetting::Kind::tmpfs;
  if (type == "volume") return MountSetting::Kind::volume;
  return MountSetting::Kind::other;
}

MountSetting long_volume(const yaml::Value& map, SettingReader& reader) {
  MountSetting mount;
  mount.span = map.span();
  mount.kind = kind_of_type(field(map, "type", reader));
  mount.source = field(map, "source", reader);
  mount.target = field(map, "target", reader);
  if (const auto it = reader.flag("read_only", map.get("read_only"))) {
    mount.read_only = it->value;
  }
  const yaml::Value bind = map.get("bind");
  mount.propagation = field(bind, "propagation", reader);
  const std::string label = field(bind, "selinux", reader);
  if (label == "z" || label == "Z") mount.relabel = label[0];
  return mount;
}

PublishedPort long_port(const yaml::Value& map, SettingReader& reader) {
  PublishedPort port;
  port.span = map.span();
  port.address = field(map, "host_ip", reader);
  port.host_port = field(map, "published", reader);
  port.container_port = field(map, "target", reader);
  const std::string protocol = field(map, "protocol", reader);
  if (!protocol.empty()) port.protocol = protocol;
  return port;
}

}  // namespace

void read_build(const yaml::Value& value, SettingReader& reader) {
  ContainerSettings& out = reader.out();
  if (value.is_scalar()) {
    const auto context = reader.open_text("build", value);
    set_context(context->value, "Dockerfile", out);
    return;
  }
  if (!value.is_map()) return;
  set_context(field(value, "context", ".", reader),
              field(value, "dockerfile", "Dockerfile", reader), out);
  out.build_target = field(value, "target", "", reader);
  if (out.build_target.find('$') != std::string::npos) {
    out.build_unknown_because = "a variable decides which stage is built";
  }
  if (value.get("dockerfile_inline")) {
    out.build_unknown_because = "its Dockerfile stands in the Compose file";
  }
  read_args(value.get("args"), reader);
}

void read_ports(const yaml::Value& value, SettingReader& reader) {
  if (!is_list("ports", value, reader)) return;
  for (const yaml::Value& it : value.items()) {
    if (it.is_map()) {
      reader.out().ports.push_back(long_port(it, reader));
    } else if (const auto text = reader.open_text("ports", it)) {
      reader.out().ports.push_back(parse_port(text->value, text->span));
    }
  }
}

void read_volumes(const yaml::Value& value, SettingReader& reader) {
  if (!is_list("volumes", value, reader)) return;
  for (const yaml::Value& it : value.items()) {
    if (it.is_map()) {
      add_mount(long_volume(it, reader), reader.out());
    } else if (const auto text = reader.open_text("volumes", it)) {
      add_mount(parse_volume(text->value, text->span), reader.out());
    }
  }
}

void read_tmpfs(const yaml::Value& value, SettingReader& reader) {
  for (const PlacedText& it : reader.texts("tmpfs", value)) {
    add_mount(parse_tmpfs(it.value, it.span), reader.out());
  }
}

void read_devices(const yaml::Value& value, SettingReader& reader) {
  if (!is_list("devices", value, reader)) return;
  for (const yaml::Value& it : value.items()) {
    if (it.is_map()) {
      reader.out().devices.push_back({field(it, "source", reader), it.span()});
    } else if (auto text = reader.text("devices", it)) {
      reader.out().devices.push_back(*std::move(text));
    }
  }
}

void read_deploy(const yaml::Value& value, SettingReader& reader) {
  const yaml::Value limits = value.get("resources").get("limits");
  for (const yaml::Entry& it : limits.entries()) {
    const auto text = reader.text(it.key.text(), it.value);
    if (!text) continue;
    if (it.key.text() == "memory") reader.out().memory = text;
    if (it.key.text() == "cpus") reader.out().cpus = text;
    if (it.key.text() == "pids") reader.out().pids_limit = text;
  }
}

void read_health_check(const yaml::Value& value, SettingReader& reader) {
  const auto off = reader.flag("disable", value.get("disable"));
  const yaml::Value test = value.get("test");
  const std::vector<yaml::Value> words = test.items();
  const bool none =
      test.text() == "NONE" || (!words.empty() && words[0].text() == "NONE");
  const bool is_off = none || (off && off->value);
  reader.out().has_health_check = value.is_map() && !is_off;
  reader.out().health_check_off.reset();
  if (is_off) reader.out().health_check_off = none ? test.span() : off->span;
}

}  // namespace harden::containers
