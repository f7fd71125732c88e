#include "image/files/written_paths.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "image/files/image_paths.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

using ChangeKind = PathChange::Kind;

// Whether the file gives a path to the user that will run the program.
class GivenPaths {
 public:
  // `owner`: an account by name or number; empty for one that is not there yet.
  // `changes` lives as long as this.
  GivenPaths(const StageView& stage, std::string owner,
             const std::vector<PathChange>& changes)
      : stage_(stage), owner_(std::move(owner)), changes_(changes) {}

  // Whether a change from `begin` on gives the path to the owner or to all, or
  // takes it away.
  bool covered(const std::string& path, std::size_t begin) const {
    for (std::size_t i = begin; i < changes_.size(); ++i) {
      const PathChange& it = changes_[i];
      if (it.path != path && !(it.recursive && is_below(path, it.path))) {
        continue;
      }
      if (it.kind == ChangeKind::opened || it.kind == ChangeKind::removed)
        return true;
      if (it.kind == ChangeKind::owned && is_owner(it.owner)) return true;
    }
    return false;
  }

  // The same for a VOLUME, which the engine makes (for root) when nothing else
  // did: `chown -R` of a folder above it finds only what is there.
  bool is_given(const std::string& path) const {
    bool exists = is_copied_to_owner(path);
    bool given = exists;
    for (const PathChange& it : changes_) {
      const bool ours = it.kind == ChangeKind::opened ||
                        (it.kind == ChangeKind::owned && is_owner(it.owner));
      if (it.kind == ChangeKind::made && is_below(it.path, path)) {
        exists = true;
        given = is_owner(user_of(it.instruction));
      } else if (ours && (it.path == path || (exists && it.recursive &&
                                              is_below(path, it.path)))) {
        exists = given = true;
      } else if (it.kind == ChangeKind::removed && is_below(path, it.path)) {
        exists = given = false;
      }
    }
    return given;
  }

  bool is_made_before(const std::string& path,
                      std::optional<std::size_t> instruction) const {
    return std::ranges::any_of(changes_, [&](const auto& it) {
      return it.kind == ChangeKind::made && !it.maybe && it.path == path &&
             instruction && it.instruction < *instruction;
    });
  }

  bool is_owner(const std::string& user) const {
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

  // As whom an instruction runs, without the group.
  std::string user_of(std::size_t index) const {
    const UserSetting& setting = stage_.evaluation.user_before[index];
    return setting.known() ? setting.spec.substr(0, setting.spec.find(':'))
                           : std::string();
  }

 private:
  // `COPY --chown=app data /data`: the folder is made for the owner as well.
  bool is_copied_to_owner(const std::string& path) const {
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

  const StageView stage_;
  std::string owner_;
  const std::vector<PathChange>& changes_;
};

class WrittenPathCollector {
 public:
  WrittenPathCollector(const StageView& stage, const std::string& owner)
      : stage_(stage),
        owner_(owner),
        changes_(run_paths(stage)),
        given_(stage, owner, changes_) {}

  std::vector<PathNeed> run(const StartProgram& start) {
    add_volumes();
    add_known(start);
    for (std::size_t i = 0; i < changes_.size(); ++i) add_from_run(i);
    return sorted();
  }

 private:
  const ImageState& state() const { return stage_.state(); }

  void add(PathNeed need) {
    if (is_open_to_all(need.path) || need.path == "/") return;
    for (const PathChange& it : changes_) {
      if (it.must_be_new && is_below(need.path, it.path)) {
        need.not_before = it.instruction;
      }
    }
    needs_.push_back(std::move(need));
  }

  void add_volumes() {
    for (const PathSetting& volume : state().volumes) {
      // The base's own volumes belong to whom the base gave them.
      if (!volume.instruction && base_volume_is_ours()) continue;
      // A variable without a value: the path is not known.
      if (volume.path.find('$') != std::string::npos) continue;
      const std::string path = absolute_path("", volume.path);
      if (given_.is_given(path)) continue;
      std::string because =
          volume.instruction
              ? "`VOLUME` in " + stage_.line_of(*volume.instruction)
              : "the base image declares it a volume";
      add({.path = path,
           .volume = true,
           .because = std::move(because),
           .instruction = volume.instruction,
           .make = !given_.is_made_before(path, first_volume())});
    }
  }

  // Before the first of them all volumes are given away.
  std::optional<std::size_t> first_volume() const {
    std::optional<std::size_t> result;
    for (const PathSetting& it : state().volumes) {
      if (it.instruction && (!result || *it.instruction < *result)) {
        result = it.instruction;
      }
    }
    return result;
  }

  // With the base's own account its volumes are right as they are.
  bool base_volume_is_ours() const {
    return state().base == nullptr || state().base->ready_account == owner_ ||
           base_paths_are_ours();
  }

  // The base runs as this account, or steps down to it: what it writes has
  // been given to it.
  bool base_paths_are_ours() const {
    if (state().base == nullptr || owner_.empty()) return false;
    const std::string user = state().base->user.value_or("");
    return given_.is_owner(state().base->steps_down_to) ||
           given_.is_owner(user.substr(0, user.find(':')));
  }

  void add_all(const std::vector<WrittenPath>& writes,
               const std::string& because) {
    const std::string& workdir = state().workdir;
    for (const WrittenPath& it : writes) {
      // "log": below the program's own folder.
      if (!it.path.starts_with('/') &&
          (!workdir.starts_with('/') || is_system_folder(workdir) ||
           state().workdir_unknown)) {
        continue;
      }
      const std::string path = absolute_path(workdir, it.path);
      if (given_.covered(path, 0)) continue;
      add({.path = path, .volume = it.volume, .because = because});
    }
  }

  // The nginx image fills templates in when it starts.
  void add_templates() {
    if (state().base == nullptr || state().base->templates_in.empty()) return;
    for (std::size_t i : stage_.chain()) {
      const auto* transfer = stage_.instruction(i).as<Transfer>();
      if (transfer == nullptr) continue;
      const std::string to = absolute_path(stage_.evaluation.workdir_before[i],
                                           transfer->destination.value);
      if (!is_below(to, state().base->templates_in)) continue;
      return add({.path = state().base->templates_fill,
                  .because = "the base's entrypoint fills in templates there",
                  .instruction = i,
                  .make = false});
    }
  }

  void add_known(const StartProgram& start) {
    if (state().base != nullptr && !base_paths_are_ours()) {
      add_all(state().base->writes, "the base image's program writes it");
      add_templates();
    }
    // The applets of busybox have the names of larger programs.
    if (state().base != nullptr && state().base->family == Family::busybox) {
      return;
    }
    for (const std::string& program : start.programs) {
      const Runtime* runtime = find_runtime_of_program(base_name(program));
      if (runtime == nullptr) continue;
      // In its own image the runtime's paths are those of the image.
      if (state().base != nullptr && state().base->runtime == runtime->id &&
          !state().base->writes.empty()) {
        continue;
      }
      add_all(runtime->writes,
              "`" + std::string(base_name(program)) + "` writes it");
    }
  }

  // Where packages and compilers work, but not the program's own folder:
  // /usr/src/app is one for many.
  bool is_build_only(const std::string& path) const {
    const std::string& workdir = state().workdir;
    if (!is_system_folder(workdir) && !is_below(workdir, "/root") &&
        workdir.starts_with('/') && is_below(path, workdir)) {
      return false;
    }
    return is_build_folder(path);
  }

  void add_from_run(std::size_t at) {
    const PathChange& it = changes_[at];
    std::string verb = sign(it);
    if (verb.empty() || is_build_only(it.path) || given_.covered(it.path, at) ||
        given_.is_owner(given_.user_of(it.instruction))) {
      return;
    }
    // Without mkdir it may be a file, or not be there.
    const bool made = it.kind == ChangeKind::made;
    if (!made && it.maybe &&
        !given_.is_made_before(it.path, it.instruction + 1)) {
      return;
    }
    add({.path = it.path,
         .because = "`" + verb + "` in " + stage_.line_of(it.instruction),
         .instruction = it.instruction,
         .make = made && it.maybe});
  }

  // The command, when it says that the program writes the path or needs it to
  // be its own; empty otherwise.
  std::string sign(const PathChange& it) const {
    const bool data = is_data_folder(it.path);
    switch (it.kind) {
      case ChangeKind::made:
        return data ? "mkdir" : "";
      case ChangeKind::made_file:
        return data ? "touch" : "";
      case ChangeKind::owned:
        return it.owner == "root" || it.owner == "0" ||
                       given_.is_owner(it.owner)
                   ? ""
                   : "chown";
      case ChangeKind::narrowed:
        return is_below(it.path, "/etc") ? "" : "chmod";
      default:
        return "";
    }
  }

  std::vector<PathNeed> sorted() {
    std::ranges::stable_sort(needs_, {}, &PathNeed::path);
    std::vector<PathNeed> result;
    for (PathNeed& need : needs_) {
      if (is_system_folder(need.path)) continue;
      // What is not there yet must be made, though the owner comes with the
      // folder above.
      const bool in_last = !result.empty() &&
                           is_below(need.path, result.back().path) &&
                           (result.back().path == need.path || !need.make);
      if (!in_last) result.push_back(std::move(need));
    }
    return result;
  }

  const StageView stage_;
  std::string owner_;
  std::vector<PathChange> changes_;
  GivenPaths given_;
  std::vector<PathNeed> needs_;
};

}  // namespace

std::vector<PathNeed> written_paths(const StageView& stage,
                                    const StartProgram& start,
                                    const std::string& owner) {
  return WrittenPathCollector(stage, owner).run(start);
}

}  // namespace harden
