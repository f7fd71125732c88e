#include "image/start/launchers.h"

#include <optional>

#include "base/text/paths.h"
#include "base/text/word_text.h"
#include "knowledge/lists/home_files.h"

namespace harden {
namespace {

using LaunchedWords = std::span<const std::string>;

std::optional<LaunchedWords> behind_one(LaunchedWords words) {
  for (const lists::Launcher& it : lists::launchers) {
    if (!is_tool(it.programs, tool_name(words.front()))) continue;
    std::size_t at = 1;
    if (!it.word.empty()) {
      if (words.size() < 2 || words[1] != it.word) continue;
      at = 2;
    }
    while (at < words.size() && words[at].starts_with('-')) ++at;
    if (at < words.size()) return words.subspan(at);
  }
  return std::nullopt;
}

}  // namespace

std::span<const std::string> behind_launchers(
    std::span<const std::string> words) {
  // `poetry run python -m gunicorn`
  constexpr int most = 3;
  for (int i = 0; i < most && !words.empty(); ++i) {
    const auto next = behind_one(words);
    if (!next) break;
    words = *next;
  }
  return words;
}

std::string_view tool_name(std::string_view word) {
  const std::size_t scope = word.starts_with('@') ? 1 : 0;
  word = word.substr(0, word.find('@', scope));
  return scope == 0 ? base_name(word) : word;
}

bool is_tool(std::string_view programs, std::string_view name) {
  return any_word(programs, [&](std::string_view it) {
    return name.starts_with(it) &&
           name.find_first_not_of("0123456789.", it.size()) == name.npos;
  });
}

}  // namespace harden
