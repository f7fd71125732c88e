#include "knowledge/base_image.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "base/glob/glob.h"
#include "base/text/ascii.h"
#include "knowledge/accounts.h"
#include "knowledge/knowledge.h"
#include "knowledge/rows.h"

namespace harden {
namespace {

// Image names as the engine reads them (distribution's reference grammar,
// docker.io as the default registry).

// The part before the first slash is a registry when it could be a host name;
// otherwise it is a namespace of Docker Hub.
bool is_registry(std::string_view part) {
  return part == "localhost" || std::ranges::any_of(part, [](char c) {
           return c == '.' || c == ':' || is_upper(c);
         });
}

std::string_view without_default_registry(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos) return name;
  const std::string_view registry = name.substr(0, slash);
  if (registry == "docker.io" || registry == "index.docker.io") {
    name.remove_prefix(slash + 1);
  } else if (is_registry(registry)) {
    return name;
  }
  constexpr std::string_view kLibrary = "library/";
  const bool official = name.starts_with(kLibrary) &&
                        name.find('/', kLibrary.size()) == name.npos;
  return official ? name.substr(kLibrary.size()) : name;
}

}  // namespace

ImageReference parse_image_reference(std::string_view reference) {
  ImageReference result;
  const std::size_t at = reference.find('@');
  if (at != std::string_view::npos) {
    result.digest = reference.substr(at + 1);
    reference = reference.substr(0, at);
  }
  // A colon before the last slash belongs to the registry's port.
  const std::size_t slash = reference.rfind('/');
  const std::size_t colon = reference.rfind(':');
  if (colon != std::string_view::npos &&
      (slash == std::string_view::npos || colon > slash)) {
    result.tag = reference.substr(colon + 1);
    reference = reference.substr(0, colon);
  }
  result.repository = without_default_registry(reference);
  return result;
}

}  // namespace harden

namespace harden::knowledge {
namespace {

// Facts from two sources made one.

bool same(const Account& one, const Account& other) {
  return one.name == other.name && one.uid == other.uid && one.gid == other.gid;
}
bool same(const Group& one, const Group& other) {
  return one.name == other.name && one.gid == other.gid;
}
bool same(const WrittenPath& one, const WrittenPath& other) {
  return one.path == other.path;
}

template <typename T>
void keep_common(std::vector<T>& list, const std::vector<T>& other) {
  std::erase_if(list, [&](const T& item) {
    return std::ranges::none_of(
        other, [&](const T& candidate) { return same(item, candidate); });
  });
}

template <typename T>
void keep_equal(T& value, const T& other) {
  if (value != other) value = T();
}

// What holds for either of two images; the rest becomes unknown.
BaseImage facts_in_common(const BaseImage& one, const BaseImage& other) {
  BaseImage common = one;
  keep_equal(common.family, other.family);
  common.has_shell = one.has_shell && other.has_shell;
  common.has_user_tools = one.has_user_tools && other.has_user_tools;
  keep_equal(common.install_tools, other.install_tools);
  keep_equal(common.user, other.user);
  keep_common(common.accounts, other.accounts);
  keep_common(common.groups, other.groups);
  keep_equal(common.ready_account, other.ready_account);
  keep_equal(common.steps_down_to, other.steps_down_to);
  common.runs_as_any_user = one.runs_as_any_user && other.runs_as_any_user;
  if (common.needs_root.empty()) common.needs_root = other.needs_root;
  keep_equal(common.entrypoint, other.entrypoint);
  keep_equal(common.cmd, other.cmd);
  keep_equal(common.env, other.env);
  common.env_complete = one.env_complete && other.env_complete;
  keep_equal(common.ports, other.ports);
  keep_equal(common.env_names, other.env_names);
  keep_equal(common.stop_signal, other.stop_signal);
  keep_equal(common.entrypoint_reads, other.entrypoint_reads);
  keep_equal(common.workdir, other.workdir);
  keep_common(common.writes, other.writes);
  keep_equal(common.runtime, other.runtime);
  keep_equal(common.compiles, other.compiles);
  keep_equal(common.installs_to, other.installs_to);
  common.starts_arguments = one.starts_arguments && other.starts_arguments;
  common.logs_to_stdout = one.logs_to_stdout && other.logs_to_stdout;
  keep_equal(common.templates_in, other.templates_in);
  keep_equal(common.templates_fill, other.templates_fill);
  keep_equal(common.templates_fill_variable, other.templates_fill_variable);
  keep_equal(common.file_capabilities, other.file_capabilities);
  keep_equal(common.output_links, other.output_links);
  return common;
}

std::vector<std::string> copy(Strings strings) {
  return {strings.begin(), strings.end()};
}

void copy_users(const ImageRow& row, BaseImage& image) {
  if (row.user) image.user = std::string(*row.user);
  image.ready_account = row.ready_account;
  image.steps_down_to = row.steps_down_to;
  image.runs_as_any_user = row.runs_as_any_user;
  image.needs_root = row.needs_root;
  add_accounts(row.accounts, image);
  add_groups(row.groups, image);
  if (row.accounts_complete) return;
  add_family_accounts(image);
}

BaseImage to_image(const ImageRow& row) {
  BaseImage image;
  image.id = row.id;
  image.family = row.family;
  image.has_shell = row.has_shell;
  image.has_user_tools = row.has_user_tools;
  image.install_tools = row.install_tools;
  copy_users(row, image);
  image.entrypoint = copy(row.entrypoint);
  image.cmd = copy(row.cmd);
  image.env_names = copy(row.env_names);
  image.stop_signal = row.stop_signal;
  image.entrypoint_reads = copy(row.entrypoint_reads);
  image.env = copy(row.env);
  image.ports = copy(row.ports);
  image.workdir = row.workdir;
  image.writes = knowledge::written_paths(row.writes);
  image.runtime = row.runtime;
  image.compiles = row.compiles;
  image.installs_to = row.installs_to;
  image.starts_arguments = row.starts_arguments;
  image.logs_to_stdout = row.logs_to_stdout;
  image.templates_in = row.templates_in;
  image.templates_fill = row.templates_fill;
  image.templates_fill_variable = row.templates_fill_variable;
  image.file_capabilities = copy(row.file_capabilities);
  image.output_links = copy(row.output_links);
  return image;
}

bool any_matches(Strings patterns, std::string_view text) {
  return std::ranges::any_of(patterns, [&](std::string_view pattern) {
    return matches_wildcard(pattern, text);
  });
}

bool is_about(const ImageRow& row, std::string_view tag) {
  if (!row.tags.empty() && !any_matches(row.tags, tag)) return false;
  if (any_matches(row.not_tags, tag)) return false;
  if (row.versions.empty()) return true;
  // `caddy:2` is the newest that begins so.
  constexpr auto newest = std::numeric_limits<std::uint32_t>::max();
  const std::optional<Version> version = leading_version(tag, newest);
  return version &&
         std::ranges::all_of(row.versions, [&](const VersionRange& range) {
           return contains(range, *version);
         });
}

// Rows that may answer for a repository, in the order of the table.
std::vector<std::uint16_t> candidates(std::string_view repository) {
  std::vector<std::uint16_t> rows;
  auto named = std::ranges::lower_bound(tables.names, repository, {},
                                        &NameRow::repository);
  for (; named != tables.names.end() && named->repository == repository;
       ++named) {
    rows.push_back(named->image);
  }
  for (const NameRow& pattern : tables.patterns) {
    if (matches_wildcard(pattern.repository, repository))
      rows.push_back(pattern.image);
  }
  std::ranges::sort(rows);
  return rows;
}

// Official images are also published under the names of architectures and by
// mirrors of Docker Hub.
std::string_view without_prefix(std::string_view repository) {
  for (const std::string_view prefix : tables.library_prefixes) {
    if (!repository.starts_with(prefix)) continue;
    const std::string_view name = repository.substr(prefix.size());
    if (name.find('/') == std::string_view::npos) return name;
  }
  return repository;
}

class BuiltinBases final : public BaseImages {
 public:
  std::optional<BaseImage> find(std::string_view reference) const override {
    const ImageReference parts = parse_image_reference(reference);
    const auto rows = candidates(without_prefix(parts.repository));
    if (parts.tag.empty() && !parts.digest.empty()) return in_common(rows);
    const std::string_view tag =
        parts.tag.empty() ? "latest" : std::string_view(parts.tag);
    for (const std::uint16_t index : rows) {
      const ImageRow& row = tables.images[index];
      if (is_about(row, tag)) return to_image(row);
    }
    return std::nullopt;
  }

 private:
  // A digest alone does not tell the variant: only what is true of all of them
  // is known.
  static std::optional<BaseImage> in_common(
      const std::vector<std::uint16_t>& rows) {
    std::optional<BaseImage> common;
    for (const std::uint16_t index : rows) {
      const ImageRow& row = tables.images[index];
      // The row for any image's Windows tags would drown the others.
      if (row.family == Family::windows && !row.tags.empty()) continue;
      const BaseImage image = to_image(row);
      common = common ? facts_in_common(*common, image) : image;
      if (row.tags.empty() && row.not_tags.empty() && row.versions.empty()) {
        break;  // nothing behind it is ever reached
      }
    }
    return common;
  }
};

}  // namespace
}  // namespace harden::knowledge

namespace harden {

const BaseImages& builtin_bases() {
  static constinit const knowledge::BuiltinBases bases;
  return bases;
}

LayeredBases::LayeredBases(
    std::vector<std::shared_ptr<const BaseImages>> layers)
    : layers_(std::move(layers)) {}

std::optional<BaseImage> LayeredBases::find(std::string_view reference) const {
  for (const std::shared_ptr<const BaseImages>& layer : layers_) {
    if (!layer) continue;
    if (std::optional<BaseImage> image = layer->find(reference)) return image;
  }
  return std::nullopt;
}

}  // namespace harden
