#include "analysis/written_paths.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "analysis/image_path.h"
#include "analysis/root_programs.h"
#include "analysis/run_paths.h"
#include "analysis/stage_chain.h"
#include "harden/knowledge.h"

namespace harden {
namespace {

using Kind = PathChange::Kind;

constexpr std::array<std::string_view, 18> data_names{
    "backup", "backups", "cache", "caches", "data",     "db",
    "log",    "logs",    "media", "run",    "sessions", "spool",
    "state",  "storage", "tmp",   "temp",   "upload",   "uploads"};

constexpr std::array<std::string_view, 12> build_only{
    "/root",          "/tmp",           "/var/tmp",      "/var/cache/apk",
    "/var/cache/apt", "/var/lib/apt",   "/var/lib/dpkg", "/var/lib/rpm",
    "/var/cache/yum", "/var/cache/dnf", "/usr/share",    "/usr/src"};

constexpr std::array<std::string_view, 1> root_only{"/root"};

// Writable for everybody in every image.
constexpr std::array<std::string_view, 3> open_to_all{"/tmp", "/var/tmp",
                                                      "/dev/shm"};

bool is_data_folder(std::string_view path) {
  while (!path.empty()) {
    std::string_view name = base_name(path);
    if (std::find(data_names.begin(), data_names.end(), name) !=
        data_names.end()) {
      return true;
    }
    path = path.substr(0, path.size() - std::min(path.size(), name.size() + 1));
  }
  return false;
}

// `/var/lib/NAME` is where the state of a program belongs.
bool is_state_folder(std::string_view path) {
  return path.starts_with("/var/lib/");
}

bool below_any(std::string_view path, auto& folders) {
  return std::any_of(folders.begin(), folders.end(),
                     [&](auto folder) { return is_below(path, folder); });
}

class Collector {
 public:
  Collector(const Document& document, const Evaluation& evaluation,
            std::size_t stage, const std::string& owner)
      : document_(document),
        evaluation_(evaluation),
        stage_(stage),
        owner_(owner),
        changes_(run_paths(document, evaluation, stage)) {}

  std::vector<PathNeed> run(const StartProgram& start) {
    add_volumes();
    add_known(start);
    for (std::size_t i = 0; i < changes_.size(); ++i) add_from_run(i);
    return sorted();
  }

 private:
  const ImageState& state() const { return evaluation_.stages[stage_]; }

  std::string line_of(std::size_t index) const {
    return "line " +
           std::to_string(
               document_.source
                   ->position(document_.instructions[index].span.begin)
                   .line);
  }

  void add(PathNeed need) {
    if (below_any(need.path, open_to_all) || need.path == "/") return;
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
      const std::string path = absolute_path(volume.path, "");
      if (is_given(path)) continue;
      std::string because = volume.instruction
                                ? "`VOLUME` in " + line_of(*volume.instruction)
                                : "the base image declares it a volume";
      add({.path = path,
           .volume = true,
           .because = std::move(because),
           .instruction = volume.instruction,
           .make = !is_made_before(path, first_volume())});
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
    return is_owner(state().base->steps_down_to) ||
           is_owner(user.substr(0, user.find(':')));
  }

  void add_all(const std::vector<WrittenPath>& writes,
               const std::string& because) {
    for (const WrittenPath& it : writes) {
      if (!it.path.starts_with('/')) continue;
      const std::string path = absolute_path(it.path, "");
      if (covered(path, 0)) continue;
      add({.path = path, .volume = it.volume, .because = because});
    }
  }

  // The nginx image fills templates in when it starts.
  void add_templates() {
    if (state().base == nullptr || !state().base->id.starts_with("nginx")) {
      return;
    }
    for (std::size_t i : stage_chain(document_, evaluation_, stage_)) {
      const auto* transfer = document_.instructions[i].as<Transfer>();
      if (transfer == nullptr) continue;
      const std::string to = absolute_path(transfer->destination.value,
                                           evaluation_.workdir_before[i]);
      if (!is_below(to, "/etc/nginx/templates")) continue;
      return add({.path = "/etc/nginx/conf.d",
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
    if (!is_system_folder(workdir) && !below_any(workdir, root_only) &&
        workdir.starts_with('/') && is_below(path, workdir)) {
      return false;
    }
    return below_any(path, build_only);
  }

  void add_from_run(std::size_t at) {
    const PathChange& it = changes_[at];
    std::string verb = sign(it);
    if (verb.empty() || is_build_only(it.path) || covered(it.path, at) ||
        is_owner(user_of(it.instruction))) {
      return;
    }
    // Without mkdir it may be a file, or not be there.
    const bool made = it.kind == Kind::made;
    if (!made && it.maybe && !is_made_before(it.path, it.instruction + 1)) {
      return;
    }
    add({.path = it.path,
         .because = "`" + verb + "` in " + line_of(it.instruction),
         .instruction = it.instruction,
         .make = made && it.maybe});
  }

  // The command, when it says that the program writes the path or needs it to
  // be its own; empty otherwise.
  std::string sign(const PathChange& it) const {
    const bool data = is_data_folder(it.path) || is_state_folder(it.path);
    switch (it.kind) {
      case Kind::made:
        return data ? "mkdir" : "";
      case Kind::made_file:
        return data ? "touch" : "";
      case Kind::owned:
        return it.owner == "root" || it.owner == "0" || is_owner(it.owner)
                   ? ""
                   : "chown";
      case Kind::narrowed:
        return is_below(it.path, "/etc") ? "" : "chmod";
      default:
        return "";
    }
  }

  std::string user_of(std::size_t index) const {
    const UserSetting& setting = evaluation_.user_before[index];
    return setting.known() ? setting.spec.substr(0, setting.spec.find(':'))
                           : std::string();
  }

  // Whether a change from `begin` on gives the path to the owner or to all, or
  // takes it away.
  bool covered(const std::string& path, std::size_t begin) const {
    for (std::size_t i = begin; i < changes_.size(); ++i) {
      const PathChange& it = changes_[i];
      if (it.path != path && !(it.recursive && is_below(path, it.path))) {
        continue;
      }
      if (it.kind == Kind::opened || it.kind == Kind::removed) return true;
      if (it.kind == Kind::owned && is_owner(it.owner)) return true;
    }
    return false;
  }

  // The same for a VOLUME, which the engine makes (for root) when nothing else
  // did: `chown -R` of a folder above it finds only what is there.
  bool is_given(const std::string& path) const {
    bool exists = is_copied_to_owner(path);
    bool given = exists;
    for (const PathChange& it : changes_) {
      const bool ours = it.kind == Kind::opened ||
                        (it.kind == Kind::owned && is_owner(it.owner));
      if (it.kind == Kind::made && is_below(it.path, path)) {
        exists = true;
        given = is_owner(user_of(it.instruction));
      } else if (ours && (it.path == path || (exists && it.recursive &&
                                              is_below(path, it.path)))) {
        exists = given = true;
      } else if (it.kind == Kind::removed && is_below(path, it.path)) {
        exists = given = false;
      }
    }
    return given;
  }

  // `COPY --chown=app data /data`: the folder is made for the owner as well.
  bool is_copied_to_owner(const std::string& path) const {
    for (std::size_t i : stage_chain(document_, evaluation_, stage_)) {
      const Instruction& it = document_.instructions[i];
      const auto* transfer = it.as<Transfer>();
      const Flag* chown = it.flag("chown");
      if (transfer == nullptr || chown == nullptr || !chown->value) continue;
      const std::string_view owner = chown->value->value;
      if (is_owner(std::string(owner.substr(0, owner.find(':')))) &&
          absolute_path(transfer->destination.value,
                        evaluation_.workdir_before[i]) == path) {
        return true;
      }
    }
    return false;
  }

  bool is_made_before(const std::string& path,
                      std::optional<std::size_t> instruction) const {
    return std::any_of(changes_.begin(), changes_.end(), [&](const auto& it) {
      return it.kind == Kind::made && !it.maybe && it.path == path &&
             instruction && it.instruction < *instruction;
    });
  }

  bool is_owner(const std::string& user) const {
    if (owner_.empty() || user.empty()) return false;
    if (user == owner_) return true;
    for (const KnownAccount& account : state().accounts) {
      if (!account.uid) continue;
      const std::string uid = std::to_string(*account.uid);
      if ((account.name == owner_ && uid == user) ||
          (account.name == user && uid == owner_)) {
        return true;
      }
    }
    return false;
  }

  std::vector<PathNeed> sorted() {
    std::stable_sort(needs_.begin(), needs_.end(),
                     [](const PathNeed& left, const PathNeed& right) {
                       return left.path < right.path;
                     });
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

  const Document& document_;
  const Evaluation& evaluation_;
  std::size_t stage_;
  std::string owner_;
  std::vector<PathChange> changes_;
  std::vector<PathNeed> needs_;
};

}  // namespace

bool is_system_folder(std::string_view path) {
  constexpr std::array<std::string_view, 29> folders{
      "/",          "/bin",      "/boot",      "/dev",          "/etc",
      "/home",      "/lib",      "/lib64",     "/media",        "/mnt",
      "/opt",       "/proc",     "/root",      "/sbin",         "/srv",
      "/sys",       "/tmp",      "/usr",       "/usr/bin",      "/usr/lib",
      "/usr/local", "/usr/sbin", "/usr/share", "/var",          "/var/cache",
      "/var/lib",   "/var/log",  "/var/tmp",   "/usr/local/bin"};
  return std::find(folders.begin(), folders.end(), path) != folders.end();
}

std::vector<PathNeed> written_paths(const Document& document,
                                    const Evaluation& evaluation,
                                    std::size_t stage,
                                    const StartProgram& start,
                                    const std::string& owner) {
  return Collector(document, evaluation, stage, owner).run(start);
}

}  // namespace harden
