#include "image/files/stdout_links.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "image/files/file_moves.h"
#include "image/files/resolved_transfer.h"

namespace harden {
namespace {

bool is_output(std::string_view path) {
  constexpr std::array<std::string_view, 9> outputs{
      "/dev/stdout",  "/dev/stderr",     "/dev/fd/1",
      "/dev/fd/2",    "/proc/self/fd/1", "/proc/self/fd/2",
      "/proc/1/fd/1", "/proc/1/fd/2",    "/dev/console"};
  return std::find(outputs.begin(), outputs.end(), path) != outputs.end();
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
