#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/files/file_moves.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"
#include "image/stage_view.h"
#include "rewrite/scratch/scratch_questions.h"

namespace harden {
namespace {

bool is_scrap(const std::string& path) {
  return is_open_to_all(path) || is_below(path, "/tmp") ||
         is_below(path, "/dev") || is_below(path, "/var/cache") ||
         is_below(path, "/var/lib/apt") || is_below(path, "/root");
}

// They are written for the new image; see templates/rootfs.sh.
bool is_account_file(const std::string& path) {
  return path == "/etc/passwd" || path == "/etc/group" ||
         path == "/etc/shadow" || path == "/etc/gshadow";
}

bool is_made(const PathChange& change) {
  return change.kind == PathChange::Kind::made ||
         change.kind == PathChange::Kind::made_file ||
         change.kind == PathChange::Kind::owned ||
         change.kind == PathChange::Kind::placed;
}

bool is_kept(const std::string& path) {
  return path.starts_with('/') && !is_scrap(path) && !is_system_folder(path) &&
         !is_account_file(path) &&
         path.find_first_of("*?[") == std::string::npos;
}

// Absolute; without temporary files, caches and the folders of the system
// itself. Some may be gone at the end of the stage.
std::vector<std::string> made_paths(const StageView& stage) {
  std::vector<std::string> result;
  for (const PathChange& it : run_paths(stage)) {
    if (is_made(it) && is_kept(it.path)) result.push_back(it.path);
  }
  for (const std::size_t i : stage.chain()) {
    for (const FileMove& it : file_moves(stage, i)) {
      if (is_kept(it.to)) result.push_back(it.to);
    }
  }
  return result;
}

// More than any file that a person wrote, and still quick.
constexpr std::size_t most_paths = 1000;

// System folders that hold nothing but what somebody put there.
constexpr std::array<std::string_view, 7> local_folders = {
    "/usr/local", "/usr/local/bin", "/opt", "/srv", "/home", "/mnt", "/media"};

void add(std::vector<std::string>& to, std::string path) {
  if (to.size() > most_paths) return;
  if (!is_one_of(path, to)) {
    to.push_back(std::move(path));
  }
}

// Where the engine and its builders mount what is theirs: nothing of the image.
bool is_run_folder(std::string_view path) {
  return path == "/run" || path == "/var/run";
}

struct FileByInstruction {
  bool operator()(const ContextFile& file, std::size_t instruction) const {
    return file.instruction < instruction;
  }
  bool operator()(std::size_t instruction, const ContextFile& file) const {
    return instruction < file.instruction;
  }
};

class ScratchContentsPlanner {
 public:
  ScratchContentsPlanner(ScratchSubject& subject, ScratchPlan& plan)
      : subject_(subject),
        plan_(plan),
        builds_here_(builds_here(subject, plan)) {}

  Objection run() {
    if (!plan_.closure) add(plan_.needed, plan_.program);
    for (const std::string& it : subject_.options.keep) add(plan_.asked, it);
    for (const std::size_t i : subject_.chain()) {
      if (subject_.instruction(i).as<Transfer>() == nullptr) continue;
      if (auto it = add_transfer(i)) return it;
    }
    if (auto it = add_companions()) return it;
    if (builds_here_) add_data();
    add_made();
    add_homes();
    add_runtime();
    add_workdir();
    if (plan_.needed.size() + plan_.wanted.size() <= most_paths) {
      return std::nullopt;
    }
    return subject_.refuse_stage("over " + std::to_string(most_paths) +
                                 " paths are more than harden follows");
  }

 private:
  void want(std::string path) {
    if (is_run_folder(path)) {
      add(plan_.folders, std::move(path));
    } else {
      add(plan_.wanted, std::move(path));
    }
  }

  // Other programs of the file that come along must not lose their libraries.
  Objection add_companions() {
    if (plan_.built.empty()) return std::nullopt;
    for (const std::string& path : plan_.needed) {
      auto found =
          path == plan_.program ? std::nullopt : subject_.trace().find(path);
      if (!found) continue;
      if (auto it = check_build(subject_, plan_, *found)) return it;
      plan_.built.push_back(*std::move(found));
    }
    return std::nullopt;
  }

  void add_made() {
    for (std::string& it : made_paths(subject_)) {
      // Sources are not part of the image that only their program belongs to.
      const bool sources =
          builds_here_ && is_below(plan_.built.front().build.folder, it);
      if (!sources) want(std::move(it));
    }
    for (const PathSetting& it : subject_.state().volumes) want(it.path);
  }

  void add_homes() {
    for (const KnownAccount& it : subject_.state().accounts) {
      const bool has_home = it.home.starts_with('/') && it.home.size() > 1 &&
                            it.home != "/nonexistent" &&
                            !is_system_folder(it.home);
      const bool is_user =
          it.uid ? it.uid == subject_.user.uid : it.name == subject_.user.name;
      if (is_user && has_home) want(it.home);
    }
  }

  void add_runtime() {
    if (plan_.runtime == nullptr) return;
    for (const auto it : plan_.runtime->scratch->folders) want(std::string(it));
    for (const auto& it : plan_.runtime->writes) add_written(it);
    if (subject_.state().base == nullptr) return;
    for (const auto& it : subject_.state().base->writes) add_written(it);
  }
  void add_written(const WrittenPath& it) {
    if (it.path.starts_with('/') && !is_system_folder(it.path)) want(it.path);
  }

  // An interpreter's program lies where RUN lines work, too.
  void add_workdir() {
    const std::string& workdir = subject_.state().workdir;
    if (workdir.size() < 2 || !workdir.starts_with('/')) return;
    if (plan_.closure && !builds_here_ && !is_system_folder(workdir)) {
      want(workdir);
    } else if (!is_one_of(workdir, plan_.needed)) {
      add(plan_.folders, workdir);
    }
  }

  Objection add_transfer(std::size_t index) {
    const auto transfer = resolve_transfer(subject_, index);
    if (!transfer) {
      return subject_.refuse_at(
          index, "where `--parents` puts its files is not followed");
    }
    if (builds_here_ && !transfer->from) return std::nullopt;  // add_data()
    const std::string& to = transfer->destination;
    if (!is_system_folder(to)) {
      add(plan_.needed, to);
      return std::nullopt;
    }
    return add_sources(*transfer);
  }
  bool is_local(const std::string& folder) const {
    return plan_.closure && is_one_of(folder, local_folders);
  }

  // What lands beside what belongs to the system.
  Objection add_sources(const ResolvedTransfer& transfer) {
    const std::string& to = transfer.destination;
    for (const auto& source : transfer.sources) {
      const std::string path = absolute_path(to, base_name(source.path));
      if (transfer.into_folder && is_file(transfer, source, path)) {
        add(plan_.needed, path);
        continue;
      }
      if (add_listed(transfer)) return std::nullopt;
      if (is_local(to)) {
        add(plan_.needed, to);
        return std::nullopt;
      }
      auto doubt = vouched(subject_, plan_,
                           subject_.refuse_at(transfer.instruction,
                                              "which files this puts into " +
                                                  to + " cannot be seen",
                                              "name the files one by one"));
      if (doubt) return doubt;
    }
    return std::nullopt;
  }

  // Of the context every file can be named, unless ADD unpacks one.
  bool add_listed(const ResolvedTransfer& transfer) {
    const Instruction& instruction = subject_.instruction(transfer.instruction);
    const CopiedContext& copied = subject_.context_of(subject_.index);
    if (transfer.from || instruction.keyword == Keyword::add ||
        subject_.context == nullptr || !copied.incomplete_because.empty()) {
      return false;
    }
    // They are in the order of their instructions.
    const auto [begin, end] =
        std::equal_range(copied.files.begin(), copied.files.end(),
                         transfer.instruction, FileByInstruction());
    for (auto it = begin; it != end; ++it) add(plan_.needed, it->image_path);
    return begin != end;
  }

  // A folder would leave its content there, an archive what is in it.
  bool is_file(const ResolvedTransfer& transfer,
               const ResolvedTransfer::Source& source,
               const std::string& path) {
    const Instruction& instruction = subject_.instruction(transfer.instruction);
    if (source.heredoc || source.is_address || is_path_pattern(source.path)) {
      return false;
    }
    if (transfer.from) {
      return path == plan_.program || subject_.trace().find(path).has_value();
    }
    const BuildContext* context = subject_.context;
    if (instruction.keyword == Keyword::add || context == nullptr) return false;
    const auto entry = context->find(source.path);
    return entry && !entry->directory;
  }

  // Of the context that the program is built from: what is not a source.
  void add_data() {
    const auto& built = plan_.built.front();
    for (const ContextFile& it : subject_.context_of(built.stage).files) {
      if (!is_build_input(it.path)) want(it.image_top);
    }
  }

  ScratchSubject& subject_;
  ScratchPlan& plan_;
  bool builds_here_;
};

}  // namespace

Objection add_contents(ScratchSubject& subject, ScratchPlan& plan) {
  return ScratchContentsPlanner(subject, plan).run();
}

}  // namespace harden
