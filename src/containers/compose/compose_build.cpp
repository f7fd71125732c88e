// Which Dockerfile a service builds.
#include <fmt/format.h>

#include "containers/compose/compose_service.h"

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

}  // namespace harden::containers
