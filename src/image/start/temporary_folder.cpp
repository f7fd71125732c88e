#include "image/start/temporary_folder.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/quote/visible_text.h"
#include "base/text/ascii.h"

namespace harden {
namespace {

constexpr std::string_view temporary_folder = "/var/tmp";

bool is_path_character(char c) {
  return is_word(c) || c == '.' || c == '-' || c == '/';
}

// `/var/tmp/x`, `-Djava.io.tmpdir=/var/tmp`; not `/data/var/tmp`.
bool names_folder(std::string_view word) {
  for (std::size_t at = word.find(temporary_folder); at != word.npos;
       at = word.find(temporary_folder, at + 1)) {
    const std::size_t end = at + temporary_folder.size();
    const bool begins = at == 0 || !is_path_character(word[at - 1]);
    const bool ends =
        end == word.size() || word[end] == '/' || !is_path_character(word[end]);
    if (begins && ends) return true;
  }
  return false;
}

std::optional<TemporaryFolderUse> in_env(const StageView& stage) {
  for (const std::size_t i : stage.chain()) {
    const auto* env = stage.instruction(i).as<Assignments>();
    if (env == nullptr || stage.instruction(i).keyword != Keyword::env)
      continue;
    for (const Assignment& it : env->list) {
      if (!it.value || !names_folder(it.value->value)) continue;
      return TemporaryFolderUse{
          std::string(temporary_folder),
          in_backticks(it.name.value + "=" + it.value->value) + " in " +
              stage.line_of(i),
          i};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<TemporaryFolderUse> temporary_folder_use(
    const StageView& stage, const StartProgram& start) {
  if (auto found = in_env(stage)) return found;
  for (const StartCommand& command : start.commands) {
    for (const auto* words : {&command.argv, &command.redirected}) {
      const auto found = std::ranges::find_if(*words, names_folder);
      if (found == words->end()) continue;
      return TemporaryFolderUse{std::string(temporary_folder),
                                in_backticks(*found) + " in the start",
                                start.instruction};
    }
  }
  return std::nullopt;
}

}  // namespace harden
