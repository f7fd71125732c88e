#include "image/files/written_paths.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "image/files/code_folders.h"
#include "image/files/given_paths.h"
#include "image/files/image_paths.h"
#include "image/start/entry_hooks.h"
#include "image/start/installed_server.h"
#include "image/start/named_writes.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

using ChangeKind = PathChange::Kind;

class WrittenPathCollector {
 public:
  WrittenPathCollector(const StageView& stage, const std::string& owner)
      : stage_(stage),
        owner_(owner),
        changes_(run_paths(stage)),
        code_(code_folders(stage)),
        given_(stage, owner, changes_) {
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      if (changes_[i].must_be_new) must_be_new_.push_back(i);
    }
  }

  std::vector<PathNeed> run(const StartProgram& start) {
    add_volumes();
    add_known(start);
    add_named(start);
    add_start_folder();
    add_hooks(start);
    for (std::size_t i = 0; i < changes_.size(); ++i) add_from_run(i);
    return sorted();
  }

 private:
  const ImageState& state() const { return stage_.state(); }

  void add(PathNeed need) {
    if (is_open_to_all(need.path) || need.path == "/") return;
    for (const std::size_t i : must_be_new_) {
      if (is_below(need.path, changes_[i].path)) {
        need.not_before = changes_[i].instruction;
      }
    }
    needs_.push_back(std::move(need));
  }

  void add_volumes() {
    const auto first = first_volume();
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
           .make = !given_.is_made_before(path, first)});
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
      return add(templates(i));
    }
  }

  // Where they are filled in, which a variable may say.
  PathNeed templates(std::size_t copied) const {
    const BaseImage& base = *state().base;
    PathNeed need{.path = base.templates_fill,
                  .because = "the base's entrypoint fills in templates there",
                  .instruction = copied,
                  .make = false};
    const auto said = state().env.find(base.templates_fill_variable);
    if (said != state().env.end() && said->second.value) {
      need.path = absolute_path("/", *said->second.value);
      need.because += " (`" + base.templates_fill_variable + "`)";
      need.make = true;
    }
    return need;
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
    const auto server = installed_server(stage_, start);
    if (server) add_server(*server);
    for (const std::string& program : start.programs) {
      if (server && server->package && base_name(program) == server->name()) {
        continue;
      }
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

  // What the package gives to its account is this owner's.
  bool is_of_package(const InstalledServer& server) const {
    return owner_ == server.facts->account ||
           given_.is_owner(std::string(server.facts->account));
  }

  // As its package has it.
  void add_server(const InstalledServer& server) {
    const std::string name = "`" + std::string(server.name()) + "`";
    const auto add_path = [&](std::string_view path, PathNeed need) {
      need.path = server.filled(path);
      need.server = server.facts->id;
      if (!given_.covered(need.path, 0)) add(std::move(need));
    };
    const auto add_folders = [&](std::span<const knowledge::WriteRow> rows) {
      for (const auto& it : rows) {
        add_path(
            it.path,
            {.path = {}, .volume = it.volume, .because = name + " writes it"});
      }
    };
    add_folders(server.facts->writes);
    if (owner_.empty() || !is_of_package(server)) {
      add_folders(server.facts->gives);
    }
    for (const std::string_view it : server.facts->files) {
      add_path(it, {.path = {}, .because = name + " writes it", .file = true});
    }
    for (const std::string_view it : server.facts->reads) {
      add_path(it, {.path = {},
                    .because = name + " reads what is root's alone there",
                    .make = false,
                    .to_read = true});
    }
  }

  // What the start names as written.
  void add_named(const StartProgram& start) {
    for (NamedWrite& it : named_writes(stage_, start)) {
      PathNeed need{.path = std::move(it.path),
                    .because = std::move(it.because),
                    .instruction = it.instruction};
      if (it.kind != NamedWrite::Kind::folder) {
        take_folder(need);
      } else if (!it.file.empty() &&
                 is_shared_folder(need.path, stage_, code_)) {
        need.path = absolute_path(need.path, it.file);
        need.file = true;
      }
      if (need.file && it.kind == NamedWrite::Kind::database) continue;
      if (!given_.covered(need.path, 0)) add(std::move(need));
    }
  }

  // The folder of a file, which the program may replace; the file alone where
  // the folder is the code's or the system's.
  void take_folder(PathNeed& need) const {
    std::string folder = parent_folder(need.path);
    need.file = is_shared_folder(folder, stage_, code_);
    if (!need.file) need.path = std::move(folder);
  }

  // What hooks of the base's entrypoint write: `sed -i` makes a new file beside
  // the old one.
  void add_hooks(const StartProgram& start) {
    if (!start.base_entrypoint && start.kind != StartKind::base_default) return;
    for (const HookWrite& it : entry_hooks(stage_).writes) {
      PathNeed need{.path = parent_folder(it.path),
                    .because = it.place + " writes there",
                    .instruction = it.instruction,
                    .make = false};
      if (is_system_folder(need.path)) {
        need.path = it.path;
        need.file = true;
      }
      if (!given_.covered(need.path, 0)) add(std::move(need));
    }
  }

  // `WORKDIR /data/app` as the last word: a place for data, into which the file
  // puts nothing.
  void add_start_folder() {
    const std::string& folder = state().workdir;
    if (state().workdir_unknown || !is_data_folder(folder)) return;
    std::optional<std::size_t> made;
    for (const std::size_t i : stage_.chain()) {
      const Keyword keyword = stage_.instruction(i).keyword;
      if (keyword == Keyword::workdir) {
        made = i;
      } else if (keyword == Keyword::run || keyword == Keyword::copy ||
                 keyword == Keyword::add) {
        made.reset();
      }
    }
    if (!made || given_.covered(folder, 0)) return;
    add({.path = folder,
         .because = "`WORKDIR` in " + stage_.line_of(*made),
         .instruction = made,
         .make = false});
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
    const bool data = is_data_beside_code(it.path, code_);
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
      const bool in_last =
          !result.empty() && is_below(need.path, result.back().path) &&
          (result.back().path == need.path || !need.make || need.file);
      if (!in_last) result.push_back(std::move(need));
    }
    return result;
  }

  const StageView stage_;
  std::string owner_;
  std::vector<PathChange> changes_;
  std::vector<std::string> code_;
  std::vector<std::size_t> must_be_new_;  // of `changes_`
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
