#include "analysis/written_paths.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "analysis/image_path.h"
#include "analysis/root_programs.h"
#include "analysis/stage_chain.h"
#include "harden/knowledge.h"
#include "model/shell_commands.h"

namespace harden {
namespace {

using model::shell_commands;
using model::SimpleCommand;

constexpr std::array<std::string_view, 14> data_names{
    "cache", "caches", "data",    "db",  "log",  "logs",   "run",
    "spool", "state",  "storage", "tmp", "temp", "upload", "uploads"};

constexpr std::array<std::string_view, 12> build_only{
    "/root",          "/tmp",           "/var/tmp",      "/var/cache/apk",
    "/var/cache/apt", "/var/lib/apt",   "/var/lib/dpkg", "/var/lib/rpm",
    "/var/cache/yum", "/var/cache/dnf", "/usr/share",    "/usr/src"};

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
        owner_(owner) {}

  std::vector<PathNeed> run(const StartProgram& start) {
    add_volumes();
    add_known(start);
    for (std::size_t index : stage_chain(document_, evaluation_, stage_)) {
      add_from_run(index);
    }
    drop_given();
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
    needs_.push_back(std::move(need));
  }

  void add_volumes() {
    for (const PathSetting& volume : state().volumes) {
      // The base's own volumes belong to whom the base gave them.
      if (!volume.instruction && !base_volume_is_ours()) continue;
      // A variable without a value: the path is not known.
      if (volume.path.find('$') != std::string::npos) continue;
      std::string because = volume.instruction
                                ? "`VOLUME` in " + line_of(*volume.instruction)
                                : "the base image declares it a volume";
      add({absolute_path(volume.path, ""), true, std::move(because),
           volume.instruction});
    }
  }

  // With the base's own account its volumes are right as they are.
  bool base_volume_is_ours() const {
    return state().base != nullptr && state().base->ready_account != owner_ &&
           state().base->steps_down_to != owner_;
  }

  void add_all(const std::vector<WrittenPath>& writes,
               const std::string& because) {
    for (const WrittenPath& it : writes) {
      if (!it.path.starts_with('/')) continue;
      add({absolute_path(it.path, ""), it.volume, because, std::nullopt});
    }
  }

  void add_known(const StartProgram& start) {
    if (state().base != nullptr) {
      add_all(state().base->writes, "the base image's program writes it");
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

  void add_from_run(std::size_t index) {
    const Instruction& it = document_.instructions[index];
    const auto* command = it.as<Command>();
    if (it.keyword != Keyword::run || command == nullptr ||
        command->form != Command::Form::shell) {
      return;
    }
    std::string folder = evaluation_.workdir_before[index];
    for (const SimpleCommand& run : shell_commands(shell_text(it, *command))) {
      if (run.words.empty()) continue;
      std::string_view name = base_name(run.words.front().value);
      if (name == "cd" && run.words.size() == 2) {
        folder = absolute_path(run.words[1].value, folder);
      } else if (name == "mkdir") {
        add_made(run, folder, index);
      } else if (name == "chown") {
        add_chowned(run, folder, index);
      }
    }
  }

  static std::vector<std::string> operands(const SimpleCommand& command) {
    std::vector<std::string> result;
    for (std::size_t i = 1; i < command.words.size(); ++i) {
      const auto& word = command.words[i];
      if (word.value.starts_with('-')) {
        // `mkdir -m 0755 PATH`
        if (word.value == "-m") ++i;
        continue;
      }
      if (word.literal &&
          word.value.find_first_of("*?$") == std::string::npos) {
        result.push_back(word.value);
      }
    }
    return result;
  }

  void add_made(const SimpleCommand& run, const std::string& folder,
                std::size_t index) {
    for (const std::string& operand : operands(run)) {
      std::string path = absolute_path(operand, folder);
      if (!is_data_folder(path) || below_any(path, build_only)) continue;
      add({path, false, "`mkdir` in " + line_of(index), index});
    }
  }

  void add_chowned(const SimpleCommand& run, const std::string& folder,
                   std::size_t index) {
    std::vector<std::string> words = operands(run);
    if (words.empty()) return;
    std::string user =
        words.front().substr(0, words.front().find_first_of(":."));
    for (std::size_t i = 1; i < words.size(); ++i) {
      std::string path = absolute_path(words[i], folder);
      if (below_any(path, build_only) || user == "root" || user == "0" ||
          user.empty()) {
        continue;
      }
      if (user == owner_ || is_uid_of_owner(user)) {
        given_.push_back(path);
      } else {
        add({path, false, "`chown` in " + line_of(index), index});
      }
    }
  }

  bool is_uid_of_owner(const std::string& user) const {
    for (const KnownAccount& account : state().accounts) {
      if (account.name == owner_ && account.uid) {
        return std::to_string(*account.uid) == user;
      }
    }
    return false;
  }

  // Paths that the file has already given to the owner.
  void drop_given() {
    std::erase_if(needs_, [&](const PathNeed& need) {
      return below_any(need.path, given_);
    });
  }

  std::vector<PathNeed> sorted() {
    std::stable_sort(needs_.begin(), needs_.end(),
                     [](const PathNeed& left, const PathNeed& right) {
                       return left.path < right.path;
                     });
    std::vector<PathNeed> result;
    for (PathNeed& need : needs_) {
      if (is_system_folder(need.path)) continue;
      if (!result.empty() && is_below(need.path, result.back().path)) continue;
      result.push_back(std::move(need));
    }
    return result;
  }

  const Document& document_;
  const Evaluation& evaluation_;
  std::size_t stage_;
  std::string owner_;
  std::vector<PathNeed> needs_;
  std::vector<std::string> given_;
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
