#include "cli/check/service_images.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/files/clean_path.h"
#include "base/files/read_input.h"
#include "base/quote/json_string.h"
#include "base/source/source_file.h"
#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "cli/config/settings.h"
#include "findings/driver.h"
#include "image/files/file_capabilities.h"
#include "image/files/image_paths.h"
#include "image/revision.h"

namespace harden::cli {
namespace {

// Who has more images than that in one file is told about these.
constexpr std::size_t max_images = 500;
constexpr std::size_t max_dockerfile = std::size_t{16} << 20;

// What can stand in a FROM or USER without quotes, and breaks no line.
bool is_plain(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_alnum(c) ||
           std::string_view("._-/:@+").find(c) != std::string_view::npos;
  });
}

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == text.npos;
}

// The container's user and command as instructions behind the stage that runs.
// nullopt: nobody can tell.
std::optional<std::string> lines_for(const ContainerSettings& container,
                                     ContextArguments& arguments) {
  std::string lines;
  if (container.user && !container.user->value.empty()) {
    std::string user = container.user->value;
    if (container.group) user += ":" + container.group->value;
    if (!is_plain(user)) return std::nullopt;
    lines = fmt::format("\nUSER {}\n", user);
  }
  if (!container.command.empty() && !container.overrides_entrypoint) {
    lines += fmt::format("\nCMD {}\n", json_list(container.command));
  }
  if (lines.empty() || arguments.target.empty()) return lines;
  if (!is_plain(arguments.target) || is_number(arguments.target)) {
    return std::nullopt;
  }
  lines.insert(0, fmt::format("\nFROM {}", arguments.target));
  arguments.target.clear();
  return lines;
}

// Of a Dockerfile its path tells all but the lines that were added.
std::string key_of(const std::string& path, const std::string& text,
                   const std::string& added,
                   const ContextArguments& arguments) {
  std::string key = fmt::format("{}\n{}\n", path, arguments.target);
  for (const auto& it : arguments.build_args) key += it + '\n';
  return key + (path.empty() ? text : added);
}

bool is_same(const EffectiveUser& a, const EffectiveUser& b) {
  return a.privilege == b.privilege && a.uid == b.uid && a.gid == b.gid &&
         a.name == b.name;
}

EffectiveUser unknown(std::string because) {
  EffectiveUser result;
  result.message = fmt::format("unknown because {}", because);
  result.reason = std::move(because);
  return result;
}

// What the settings or options make of an image that steps down.
EffectiveUser stepping_down(const ContainerSettings& container, bool is_allowed,
                            EffectiveUser user) {
  if (container.overrides_entrypoint) {
    return unknown("its entrypoint is not the image's, which steps down");
  }
  if (is_allowed) return user;
  user.privilege = Privilege::root;
  user.message = "its image starts as root and steps down";
  return user;
}

bool checks_health(const StageView& stage) {
  const auto at = stage.health_check();
  return at && stage.instruction(*at).as<Healthcheck>()->command;
}

void add_need(std::vector<NeededCapability>& needs, std::string name,
              std::string because) {
  const bool known = std::ranges::any_of(
      needs, [&](const auto& it) { return it.name == name; });
  if (!known) needs.push_back({std::move(name), std::move(because)});
}

bool is_started(const Revision& file, const std::string& path) {
  return std::ranges::any_of(
      file.start().program().programs, [&](const std::string& it) {
        return is_one_of(path, program_places(file.stage().state(), it));
      });
}

// What its start script does as root, or its program carries as a file.
std::vector<NeededCapability> start_needs(const Revision& file) {
  std::vector<NeededCapability> needs;
  for (const CapableFile& it : capable_files(file.stage())) {
    if (!is_started(file, it.path)) continue;
    for (const std::string& name : it.capabilities) {
      add_need(needs, name,
               fmt::format("`{}` of its image carries that as a file, and "
                           "cannot be started without it",
                           it.path));
    }
  }
  if (file.user().privilege != Privilege::steps_down) return needs;
  const auto& script = file.start().script();
  const std::string because = fmt::format(
      "{} uses that as root before it steps down, and fails "
      "without it",
      script ? script->name : "its image's entrypoint");
  if (script) {
    for (const Capability it : script->capabilities) {
      // Without it signals are lost, which is no reason not to start.
      if (it == Capability::kill) continue;
      add_need(needs, std::string(to_string(it)), because);
    }
  }
  add_need(needs, "SETGID", because);
  add_need(needs, "SETUID", because);
  return needs;
}

}  // namespace

ServiceImages::ServiceImages(const CheckChoices& choices,
                             const std::string& file, ConfigFiles& configs)
    : arguments_(choices.arguments()),
      allows_step_down_(choices.weights().allow_step_down),
      configs_(configs),
      folder_(file == "-" ? "." : folder_of(file)) {
  // What is wrong with them is said now, and not for each image.
  static_cast<void>(Settings({arguments_, file != "-"}, file, configs_));
}

std::optional<ServiceImages::Source> ServiceImages::built(
    const ContainerSettings& container) const {
  if (!container.build_unknown_because.empty()) return std::nullopt;
  Source source;
  source.path = container.dockerfile.starts_with('/')
                    ? container.dockerfile
                    : clean_path(join_path(folder_, container.dockerfile));
  const auto text = read_small_file(source.path, max_dockerfile);
  if (!text) return std::nullopt;
  source.text = *text;
  source.arguments = arguments_;
  source.arguments.target = container.build_target;
  source.arguments.context =
      container.build_context.starts_with('/')
          ? container.build_context
          : clean_path(join_path(folder_, container.build_context));
  auto& args = source.arguments.build_args;
  args.clear();
  for (const auto& [name, value] : container.build_args) {
    args.push_back(fmt::format("{}={}", name, value));
  }
  args.insert(args.end(), arguments_.build_args.begin(),
              arguments_.build_args.end());
  return source;
}

std::optional<ServiceImages::Source> ServiceImages::source_of(
    const ContainerSettings& container) const {
  if (!container.dockerfile.empty()) return built(container);
  if (!container.image || !is_plain(container.image->value)) {
    return std::nullopt;
  }
  Source source;
  source.arguments = arguments_;
  source.arguments.target.clear();
  source.text = fmt::format("FROM {}\n", container.image->value);
  return source;
}

std::optional<ContainerImage> ServiceImages::evaluated(const Source& source) {
  const std::string key =
      key_of(source.path, source.text, source.added, source.arguments);
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  if (known_.size() == max_images) return std::nullopt;
  std::optional<ContainerImage> image;
  try {
    const std::string path = source.path.empty() ? "-" : source.path;
    const Settings settings({source.arguments, path != "-"}, path, configs_);
    Options options = settings.options();
    options.evaluate.is_image = source.path.empty();
    const Revision file = revision_of(SourceFile(path, source.text), options);
    image = {file.user(), checks_health(file.stage()), start_needs(file)};
  } catch (const BadInput&) {
    // No build context there.
  } catch (const UnknownTarget& error) {
    image = ContainerImage{.user = unknown(error.what())};
  }
  known_.emplace(key, image);
  return image;
}

// Whatever an argument is that the file does not tell: does it matter?
EffectiveUser ServiceImages::with_unknown_args(
    const ContainerSettings& container, Source source, EffectiveUser user) {
  if (container.unknown_build_args.empty()) return user;
  for (const auto& name : container.unknown_build_args) {
    source.arguments.build_args.push_back(name + "=0");
  }
  const auto other = evaluated(source);
  if (other && is_same(other->user, user)) return user;
  return unknown(fmt::format("the build argument `{}` is not told",
                             container.unknown_build_args[0]));
}

std::optional<ContainerImage> ServiceImages::image_of(
    const ContainerSettings& container) {
  auto source = source_of(container);
  if (!source) return std::nullopt;
  auto lines = lines_for(container, source->arguments);
  if (!lines) return std::nullopt;
  source->text += *lines;
  source->added = *std::move(lines);
  auto image = evaluated(*source);
  if (!image) return std::nullopt;
  image->user = with_unknown_args(container, *source, std::move(image->user));
  if (image->user.privilege == Privilege::steps_down) {
    image->user =
        stepping_down(container, allows_step_down_, std::move(image->user));
  }
  if (source->path.empty()) {
    // What led there is said of a Dockerfile that nobody has.
    if (image->user.privilege == Privilege::root) image->user.because.clear();
  } else {
    image->user.because.insert(
        image->user.because.begin(),
        fmt::format("it is built from `{}`", source->path));
  }
  return image;
}

}  // namespace harden::cli
