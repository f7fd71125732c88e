#include "image/files/output_links.h"

#include <array>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "image/files/file_moves.h"

namespace harden {

bool is_output(std::string_view path) {
  constexpr std::array<std::string_view, 9> outputs{
      "/dev/stdout",  "/dev/stderr",     "/dev/fd/1",
      "/dev/fd/2",    "/proc/self/fd/1", "/proc/self/fd/2",
      "/proc/1/fd/1", "/proc/1/fd/2",    "/dev/console"};
  return is_one_of(path, outputs);
}

std::vector<OutputLink> output_links(const StageView& stage) {
  std::vector<OutputLink> result;
  if (const auto& base = stage.state().base) {
    for (const std::string& it : base->output_links) {
      result.push_back({it, "/dev/stdout", std::nullopt});
    }
  }
  for (const std::size_t i : stage.chain()) {
    if (stage.instruction(i).keyword != Keyword::run) continue;
    for (const FileMove& it : file_moves(stage, i)) {
      if (it.kind != FileMove::Kind::linked || !is_output(it.from)) continue;
      std::string path = it.to;
      if (it.into_folder) path = absolute_path(path, base_name(it.from));
      result.push_back({std::move(path), it.from, i});
    }
  }
  return result;
}

}  // namespace harden
