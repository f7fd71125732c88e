#include "rewrite/step_down/step_down_notes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text/word_lists.h"
#include "image/files/file_moves.h"
#include "image/files/resolved_transfer.h"

namespace harden {
namespace {

constexpr std::size_t most_acts = 5;

// The first line of a command, and not all of a long one.
std::string quoted(std::string_view text) {
  std::string line(text.substr(0, text.find_first_of("\r\n")));
  if (line.size() > 60) line = line.substr(0, 57) + "...";
  return "`" + line + "`";
}

}  // namespace

std::vector<std::string> root_acts_of(const StartScript& script) {
  std::vector<std::string> result;
  const auto& followed = script.followed;
  for (const std::size_t index : script.root_acts) {
    const RootAct& it = followed.acts[index];
    std::string text =
        quoted(text_of(followed, it.place)) + " in " + script.place(it.place);
    text += it.act.reason.empty() ? " may need root" : " " + it.act.reason;
    if (!is_one_of(text, result)) {
      result.push_back(std::move(text));
    }
    if (result.size() == most_acts) break;
  }
  return result;
}

namespace {

bool is_output(std::string_view path) {
  constexpr std::array<std::string_view, 9> outputs{
      "/dev/stdout",  "/dev/stderr",     "/dev/fd/1",
      "/dev/fd/2",    "/proc/self/fd/1", "/proc/self/fd/2",
      "/proc/1/fd/1", "/proc/1/fd/2",    "/dev/console"};
  return is_one_of(path, outputs);
}

}  // namespace

std::optional<StdoutLink> find_stdout_link(const StageView& stage) {
  for (std::size_t index : stage.chain()) {
    if (stage.instruction(index).keyword != Keyword::run) continue;
    for (const FileMove& it : file_moves(stage, index)) {
      if (it.kind != FileMove::Kind::linked || !is_output(it.from)) continue;
      return StdoutLink{"`" + it.to + "` is a link to `" + it.from + "`",
                        index};
    }
  }
  const ImageState& state = stage.state();
  if (state.base == nullptr || !state.base->logs_to_stdout) return std::nullopt;
  return StdoutLink{
      "`" + state.base_reference + "` opens its logs as `/dev/stdout`",
      std::nullopt};
}

}  // namespace harden
