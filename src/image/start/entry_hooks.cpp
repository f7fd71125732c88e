#include "image/start/entry_hooks.h"

#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "dockerfile/model/scope.h"
#include "follow/follow.h"
#include "image/files/copied_file.h"
#include "image/files/resolved_transfer.h"

namespace harden {
namespace {

constexpr std::size_t most_hooks = 50;

class EntryHookReader {
 public:
  explicit EntryHookReader(const StageView& stage)
      : stage_(stage), state_(stage.state()), files_(stage) {}

  EntryHooks run() {
    if (state_.base == nullptr) return {};
    for (const std::size_t i : stage_.chain()) {
      const auto copy = resolve_transfer(stage_, i);
      if (!copy || copy->from || !is_read(copy->destination)) continue;
      for (const std::string& path : paths_of(*copy)) read(path, i);
    }
    return std::move(result_);
  }

 private:
  bool is_read(const std::string& folder) const {
    return std::ranges::any_of(
        state_.base->entrypoint_reads,
        [&](const std::string& it) { return is_below(folder, it); });
  }

  // Where the files of a COPY are in the image.
  std::vector<std::string> paths_of(const ResolvedTransfer& copy) const {
    std::vector<std::string> result;
    for (const auto& source : copy.sources) {
      const auto entry = stage_.context == nullptr || source.heredoc
                             ? std::nullopt
                             : stage_.context->find(source.path);
      if (entry && entry->directory) {
        for (const auto& it : stage_.context->list(source.path, most_hooks)) {
          result.push_back(absolute_path(copy.destination, base_name(it.path)));
        }
      } else if (copy.into_folder) {
        result.push_back(
            absolute_path(copy.destination, base_name(source.path)));
      } else {
        result.push_back(copy.destination);
      }
    }
    return result;
  }

  void read(const std::string& path, std::size_t instruction) {
    if (!path.ends_with(".sh") && !path.ends_with(".envsh")) return;
    const CopiedFile file = files_.find(path, true);
    if (file.unseen || file.text.empty()) return;
    const StageScope scope(state_);
    FollowInput input;
    input.script = {file.image_path, file.context_path, file.text};
    input.arguments.emplace();
    if (!state_.workdir_unknown) {
      input.workdir = absolute_path("/", state_.workdir);
    }
    input.environment = &scope;
    const Followed followed = follow_script(input);
    for (const RootAct& it : followed.acts) {
      add(it.act,
          std::string(base_name(path)) + ":" +
              std::to_string(line_of(followed, it.place)),
          instruction);
    }
  }

  void add(const Act& act, std::string place, std::size_t instruction) {
    if (act.kind == Act::Kind::write) {
      if (act.path.empty()) return;
      result_.writes.push_back({act.path, std::move(place), instruction});
    } else if (act.kind != Act::Kind::unknown && result_.needs_root.empty()) {
      result_.needs_root = std::move(place) + " " + act.reason;
      result_.instruction = instruction;
    }
  }

  const StageView stage_;
  const ImageState& state_;
  CopiedFiles files_;
  EntryHooks result_;
};

}  // namespace

EntryHooks entry_hooks(const StageView& stage) {
  return EntryHookReader(stage).run();
}

}  // namespace harden
