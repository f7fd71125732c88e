#include "rewrite/step_down/step_down_notes.h"

#include <algorithm>
#include <string_view>
#include <utility>

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
    if (std::find(result.begin(), result.end(), text) == result.end()) {
      result.push_back(std::move(text));
    }
    if (result.size() == most_acts) break;
  }
  return result;
}

}  // namespace harden
