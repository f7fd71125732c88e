#include "image/start/base_start.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "dockerfile/model/scope.h"
#include "follow/follow.h"
#include "image/files/file_origin.h"
#include "image/files/image_paths.h"
#include "image/start/start_text.h"

namespace harden {
namespace {

class BaseStartReader {
 public:
  explicit BaseStartReader(const StageView& stage)
      : state_(stage.state()), origin_(stage) {
    const Followed base = followed(exec_text(state_.base->entrypoint));
    if (base.hand_overs.empty()) return;
    const auto& argv = base.hand_overs.front().argv;
    if (!argv.empty() && argv.front().known) own_ = argv.front().value;
  }

  std::optional<BaseStart> run(const StartScript* script) {
    if (script != nullptr) {
      if (auto found = of_script(*script)) return found;
    }
    if (auto start = inherited_start(state_)) {
      return inherited(std::move(*start), script);
    }
    if (script != nullptr) return std::nullopt;
    const bool has_cmd = state_.cmd && state_.cmd->instruction;
    const Followed line = followed(start_text(state_));
    auto found = of_followed(line, [&](const HandOver&) {
      return std::string(has_cmd ? "`CMD`" : "`ENTRYPOINT`");
    });
    if (found) found->shell_form = has_cmd && !state_.cmd->exec_form;
    return found;
  }

 private:
  Followed followed(std::string text) const {
    const StageScope scope(state_);
    FollowInput input;
    input.script.text = std::move(text);
    input.arguments.emplace();
    input.environment = &scope;
    return follow_script(input);
  }

  // A script that is put in its place was read already, when it is at hand.
  std::optional<BaseStart> inherited(BaseStart start,
                                     const StartScript* script) {
    if (own_.empty()) return start;
    for (const std::string& place : program_places(state_, own_)) {
      if (script != nullptr && script->file.image_path == place) {
        return std::nullopt;
      }
      if (note_touched(place, start)) break;
    }
    return start;
  }

  std::optional<BaseStart> of_script(const StartScript& script) {
    return of_followed(script.followed, [&](const HandOver& it) {
      return script.place(it.place);
    });
  }

  // Every path steps down by itself or comes to the base's entrypoint.
  template <typename Place>
  std::optional<BaseStart> of_followed(const Followed& followed, Place place) {
    if (followed.lost || followed.may_end || !followed.services.empty() ||
        !followed.untold.empty()) {
      return std::nullopt;
    }
    std::optional<BaseStart> result;
    for (const HandOver& it : followed.hand_overs) {
      const bool same = it.step_down && it.as == HandOver::As::account &&
                        it.step_down->account == state_.base->steps_down_to;
      if (same) continue;
      auto start = of_hand_over(it, place(it));
      if (!start) return std::nullopt;
      if (result && differs(*result, *start)) {
        start->unknown_because =
            "the base's entrypoint is started in several ways";
      }
      if (!result || !start->unknown_because.empty()) result = std::move(start);
    }
    return result;
  }

  bool differs(const BaseStart& left, const BaseStart& right) const {
    const auto first = [](const BaseStart& it) {
      return it.arguments.empty() ? std::string() : it.arguments.front();
    };
    return first(left) != first(right);
  }

  std::optional<BaseStart> of_hand_over(const HandOver& it, std::string place) {
    if (it.as != HandOver::As::root || it.argv.empty() ||
        !it.argv.front().known) {
      return std::nullopt;
    }
    const std::string& program = it.argv.front().value;
    if (own_.empty() || base_name(program) != base_name(own_)) {
      return std::nullopt;
    }
    BaseStart result;
    result.by = std::move(place);
    for (std::size_t i = 1; i < it.argv.size(); ++i) {
      if (!it.argv[i].known && i == 1) {
        result.unknown_because = result.by +
                                 " gives arguments to the base's entrypoint "
                                 "that the file does not tell";
      }
      result.arguments.push_back(it.argv[i].value);
    }
    look_at_places(program, result);
    return result;
  }

  // Whether the program is the base's entrypoint, as the base has it.
  void look_at_places(const std::string& program, BaseStart& result) {
    const auto own = program_places(state_, own_);
    bool lies_there = false;
    for (const std::string& place : program_places(state_, program)) {
      if (note_touched(place, result)) return;
      lies_there = lies_there || is_one_of(place, own);
    }
    if (lies_there || !result.unknown_because.empty()) return;
    result.unknown_because = "`" + program +
                             "` has the name of the base's entrypoint, `" +
                             own_ + "`, but may be another";
  }

  bool note_touched(const std::string& place, BaseStart& start) {
    const std::string because = origin_.touched_because(place);
    if (because.empty()) return false;
    start.unknown_because =
        "`" + place + "` is not as the base image has it: " + because;
    return true;
  }

  const ImageState& state_;
  FileOrigin origin_;
  std::string own_;  // the program of the base's ENTRYPOINT, without wrappers
};

}  // namespace

std::optional<BaseStart> base_start(const StageView& stage,
                                    const StartScript* script) {
  const ImageState& state = stage.state();
  if (!state.base || state.base->steps_down_to.empty()) return std::nullopt;
  return BaseStartReader(stage).run(script);
}

}  // namespace harden
