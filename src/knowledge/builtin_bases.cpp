// Looks images up in the compiled-in table.
#include <algorithm>
#include <vector>

#include "base/glob/wildcard.h"
#include "knowledge/accounts.h"
#include "knowledge/combine.h"
#include "knowledge/knowledge.h"
#include "knowledge/rows.h"

namespace harden {

namespace knowledge {

namespace {

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
  for (const WriteRow& written : row.writes) {
    image.writes.push_back(
        {std::string(written.path), written.volume, written.seeded});
  }
  image.runtime = row.runtime;
  image.compiles = row.compiles;
  image.installs_to = row.installs_to;
  image.starts_arguments = row.starts_arguments;
  image.logs_to_stdout = row.logs_to_stdout;
  image.templates_in = row.templates_in;
  image.templates_fill = row.templates_fill;
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
  const std::optional<Version> version = leading_version(tag);
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

}  // namespace knowledge

const BaseImages& builtin_bases() {
  static constinit const knowledge::BuiltinBases bases;
  return bases;
}

}  // namespace harden
