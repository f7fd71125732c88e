#include "image/files/given_paths.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/paths.h"

namespace harden {
namespace {

using GivenKind = PathChange::Kind;

}  // namespace

GivenPaths::GivenPaths(const StageView& stage, std::string owner,
                       const std::vector<PathChange>& changes)
    : stage_(stage), owner_(std::move(owner)), changes_(changes) {
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    of_path_[changes_[i].path].push_back(i);
  }
}

bool GivenPaths::covered(const std::string& path, std::size_t begin) const {
  const auto covers = [&](std::size_t i) {
    const PathChange& it = changes_[i];
    if (i < begin || (it.path != path && !it.recursive)) return false;
    if (it.kind == GivenKind::removed) return true;
    const bool ours = it.kind == GivenKind::opened ||
                      (it.kind == GivenKind::owned && is_owner(it.owner));
    return ours && !is_forgotten(it, path);
  };
  for (std::string at = path;; at = parent_folder(at)) {
    const auto found = of_path_.find(at);
    if (found != of_path_.end() && std::ranges::any_of(found->second, covers)) {
      return true;
    }
    if (at.size() <= 1) return false;
  }
}

bool GivenPaths::is_forgotten(const PathChange& change,
                              const std::string& path) const {
  return std::ranges::any_of(
      stage_.state().volumes, [&](const PathSetting& it) {
        return it.instruction && *it.instruction < change.instruction &&
               is_below(path, it.path);
      });
}

bool GivenPaths::is_given(const std::string& path) const {
  bool exists = is_copied_to_owner(path);
  bool given = exists;
  for (const PathChange& it : changes_) {
    const bool ours = (it.kind == GivenKind::opened ||
                       (it.kind == GivenKind::owned && is_owner(it.owner))) &&
                      !is_forgotten(it, path);
    if (it.kind == GivenKind::made && is_below(it.path, path)) {
      exists = true;
      given = is_owner(user_of(it.instruction));
    } else if (ours && (it.path == path ||
                        (exists && it.recursive && is_below(path, it.path)))) {
      exists = given = true;
    } else if (it.kind == GivenKind::removed && is_below(path, it.path)) {
      exists = given = false;
    }
  }
  return given;
}

bool GivenPaths::is_made_before(const std::string& path,
                                std::optional<std::size_t> instruction) const {
  const auto found = of_path_.find(path);
  if (found == of_path_.end() || !instruction) return false;
  return std::ranges::any_of(found->second, [&](std::size_t i) {
    const PathChange& it = changes_[i];
    return it.kind == GivenKind::made && !it.maybe &&
           it.instruction < *instruction;
  });
}

bool GivenPaths::is_owner(const std::string& user) const {
  if (owner_.empty() || user.empty()) return false;
  if (user == owner_) return true;
  for (const KnownAccount& account : stage_.state().accounts) {
    if (!account.uid) continue;
    const std::string uid = std::to_string(*account.uid);
    if ((account.name == owner_ && uid == user) ||
        (account.name == user && uid == owner_)) {
      return true;
    }
  }
  return false;
}

std::string GivenPaths::user_of(std::size_t index) const {
  const UserSetting& setting = stage_.evaluation.user_before[index];
  return setting.known() ? setting.spec.substr(0, setting.spec.find(':'))
                         : std::string();
}

// `COPY --chown=app data /data`: the folder is made for the owner as well.
bool GivenPaths::is_copied_to_owner(const std::string& path) const {
  for (std::size_t i : stage_.chain()) {
    const Instruction& it = stage_.instruction(i);
    const auto* transfer = it.as<Transfer>();
    const Flag* chown = it.flag("chown");
    if (transfer == nullptr || chown == nullptr || !chown->value) continue;
    const std::string_view owner = chown->value->value;
    if (is_owner(std::string(owner.substr(0, owner.find(':')))) &&
        absolute_path(stage_.evaluation.workdir_before[i],
                      transfer->destination.value) == path) {
      return true;
    }
  }
  return false;
}

}  // namespace harden
