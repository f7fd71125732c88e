#include <algorithm>

#include "base/text/paths.h"
#include "image/files/image_paths.h"
#include "image/files/output_links.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"
#include "image/start/program_kinds.h"
#include "knowledge/lists/paths.h"
#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

bool is_below_any(std::string_view path, const SortedWords& folders) {
  return std::ranges::any_of(
      folders, [&](std::string_view it) { return is_below(path, it); });
}

// The COPY and ADD lines of the image.
std::vector<ResolvedTransfer> transfers(const PolicySubject& subject) {
  std::vector<ResolvedTransfer> result;
  for (const std::size_t i : subject.contents.chain()) {
    auto it = resolve_transfer(subject, i);
    if (it) result.push_back(*std::move(it));
  }
  return result;
}

// `COPY my.cnf /etc/my.cnf`
bool is_copied_as_file(const ResolvedTransfer& it, const std::string& path) {
  return without_links(it.destination) == path && !it.into_folder &&
         it.sources.size() == 1 &&
         base_name(it.sources.front().path) == base_name(path) &&
         base_name(path).find('.') != std::string_view::npos;
}

// Settings and scripts; conf.d and sites.d are folders.
bool is_named_as_file(std::string_view path) {
  const std::string_view name = base_name(path);
  return name.starts_with(".bash") ||
         !lists::settings_endings.suffix_of(name).empty();
}

}  // namespace

std::string without_links(std::string path) {
  for (const std::string_view name : {"/run", "/lock"}) {
    const std::string link = "/var" + std::string(name);
    if (!is_below(path, link)) continue;
    const std::string target = name == "/run" ? "/run" : "/run/lock";
    return target + path.substr(link.size());
  }
  return path;
}

bool is_short_lived(std::string_view path) {
  return is_below_any(path, lists::short_lived_folders) ||
         lists::short_lived_names.contains(base_name(path));
}

bool is_read_only_by_nature(std::string_view path) {
  return is_below_any(path, lists::read_only_folders);
}

PathKinds::PathKinds(const PolicySubject& subject)
    : base_(subject.contents.state().base.get()),
      transfers_(transfers(subject)) {
  for (const PathChange& it : run_paths(subject.contents)) {
    const bool file = it.kind == PathChange::Kind::made_file;
    const bool folder = it.kind == PathChange::Kind::made ||
                        (it.kind == PathChange::Kind::owned && it.recursive);
    if (file || folder) made_.try_emplace(without_links(it.path), file);
  }
  for (const OutputLink& it : output_links(subject.contents)) {
    links_.push_back(without_links(it.path));
  }
}

bool PathKinds::is_file(const std::string& path) const {
  if (is_named_as_file(path)) return true;
  const auto made = made_.find(path);
  if (made != made_.end()) return made->second;
  for (const ResolvedTransfer& it : transfers_) {
    if (is_copied_as_file(it, path)) return true;
    if (is_below(without_links(it.destination), path)) return false;
  }
  const std::string_view name = base_name(path);
  return name.find('.', 1) != std::string_view::npos && !name.ends_with(".d");
}

bool PathKinds::is_seeded(const std::string& path) const {
  // Temporary files are nobody's seed.
  if (path == "/tmp" || path == "/run") return false;
  const auto is_there = [&](const std::string& it) {
    return is_below(it, path);
  };
  return (base_ != nullptr &&
          std::ranges::any_of(base_->writes,
                              [&](const WrittenPath& it) {
                                return it.seeded &&
                                       without_links(it.path) == path;
                              })) ||
         std::ranges::any_of(transfers_,
                             [&](const auto& it) {
                               return is_there(without_links(it.destination));
                             }) ||
         // Without them what the program logs would stay in the container.
         std::ranges::any_of(links_, is_there);
}

}  // namespace harden
