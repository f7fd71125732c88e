#include "image/start/step_down_paths.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text/paths.h"
#include "image/files/code_folders.h"
#include "image/files/image_paths.h"
#include "image/files/run_paths.h"

namespace harden {
namespace {

// Settings and programs, which are the system's.
bool is_of_system(std::string_view path) {
  constexpr std::array<std::string_view, 13> folders{
      "/bin",     "/boot",      "/dev",     "/etc", "/lib",
      "/proc",    "/root",      "/sbin",    "/sys", "/usr/bin",
      "/usr/lib", "/usr/share", "/usr/sbin"};
  return is_system_folder(path) || is_open_to_all(path) ||
         std::ranges::any_of(
             folders, [&](std::string_view it) { return is_below(path, it); });
}

class StepDownPathCollector {
 public:
  StepDownPathCollector(const UserPlan& plan, const StageView& stage)
      : plan_(plan),
        script_(*plan.script),
        state_(stage.state()),
        changes_(run_paths(stage)),
        code_(code_folders(stage)) {}

  std::vector<std::string> run() {
    for (const PathSetting& it : state_.volumes) {
      if (it.path.find('$') != std::string::npos) continue;
      const std::string path = absolute_path("/", it.path);
      if (!is_system_folder(path) && !is_open_to_all(path)) add(path);
    }
    for (const RootAct& it : script_.followed.acts) add_made(it);
    return outermost();
  }

 private:
  void add(const std::string& path) {
    if (!is_given(path)) paths_.push_back(path);
  }

  void add_made(const RootAct& it) {
    const std::string& path = it.act.path;
    if (it.act.kind != Act::Kind::write || path.empty() ||
        path == state_.workdir || is_of_system(path) || is_removal(it)) {
      return;
    }
    const std::string folder = parent_folder(path);
    add(is_made_for_this(folder) ? folder : path);
  }

  // `RUN mkdir local` for what the start writes there: the program goes on
  // writing in it.
  bool is_made_for_this(const std::string& folder) const {
    return folder != state_.workdir && !is_of_system(folder) &&
           std::ranges::find(code_, folder) == code_.end() &&
           std::ranges::any_of(changes_, [&](const PathChange& it) {
             return it.kind == PathChange::Kind::made && it.path == folder;
           });
  }

  // What is taken away belongs to nobody afterwards.
  bool is_removal(const RootAct& it) const {
    const std::string text = text_of(script_.followed, it.place);
    return text.starts_with("rm ") || text.starts_with("rmdir ") ||
           text.starts_with("unlink ");
  }

  bool is_user(std::string_view account) const {
    const std::string_view user = account.substr(0, account.find(':'));
    return (!plan_.user.name.empty() && user == plan_.user.name) ||
           (plan_.user.uid && user == std::to_string(*plan_.user.uid));
  }

  // By the script itself, and nothing behind that makes more as root.
  bool is_given(const std::string& path) const {
    const auto& followed = script_.followed;
    return std::ranges::any_of(followed.acts, [&](const auto& it) {
      return it.act.kind == Act::Kind::owner && it.act.recursive &&
             !it.act.path.empty() && is_user(it.act.account) &&
             is_below(path, it.act.path) && !is_written_behind(path, it);
    });
  }

  static bool is_behind(const Place& place, const RootAct& act) {
    return place.file != act.place.file ||
           place.span.begin > act.place.span.begin;
  }

  bool is_written_behind(const std::string& path, const RootAct& given) const {
    const auto& followed = script_.followed;
    return std::ranges::any_of(
               followed.ran,
               [&](const auto& it) { return is_behind(it, given); }) ||
           std::ranges::any_of(followed.acts, [&](const RootAct& it) {
             return it.act.kind == Act::Kind::write &&
                    (it.act.path.empty() || is_below(it.act.path, path)) &&
                    is_behind(it.place, given) && !is_removal(it);
           });
  }

  std::vector<std::string> outermost() {
    std::sort(paths_.begin(), paths_.end());
    std::vector<std::string> result;
    for (const std::string& it : paths_) {
      const bool below = std::ranges::any_of(
          result, [&](const auto& above) { return is_below(it, above); });
      if (!below) result.push_back(it);
    }
    return result;
  }

  const UserPlan& plan_;
  const StartScript& script_;
  const ImageState& state_;
  std::vector<PathChange> changes_;
  std::vector<std::string> code_;
  std::vector<std::string> paths_;
};

}  // namespace

std::vector<std::string> step_down_paths(const UserPlan& plan,
                                         const StageView& stage) {
  return StepDownPathCollector(plan, stage).run();
}

}  // namespace harden
