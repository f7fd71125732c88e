#include "rewrite/step_down/step_down_notes.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/word_lists.h"
#include "image/files/output_links.h"

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

// `/dev/stdout`, `--log-file=/dev/stdout`
bool names_output(std::string_view word) {
  return is_output(word) ||
         (word.starts_with('-') && is_output(word.substr(word.find('=') + 1)));
}

// What the program is told to open itself. What a shell redirects before the
// step-down is open by then.
std::optional<std::string> output_named_by(
    const std::vector<StartCommand>& commands) {
  for (const StartCommand& command : commands) {
    const auto found = std::ranges::find_if(command.argv, names_output);
    if (found == command.argv.end() || found == command.argv.begin()) continue;
    return found->starts_with('-') || found[-1] == command.argv.front()
               ? *found
               : found[-1] + " " + *found;
  }
  return std::nullopt;
}

std::optional<StdoutLink> output_of_env(const StageView& stage) {
  for (const std::size_t i : stage.chain()) {
    const auto* env = stage.instruction(i).as<Assignments>();
    if (env == nullptr || stage.instruction(i).keyword != Keyword::env)
      continue;
    for (const Assignment& it : env->list) {
      if (!it.value || !is_output(it.value->value)) continue;
      return StdoutLink{
          "`" + it.name.value + "` names `" + it.value->value + "`", i};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<StdoutLink> find_stdout_link(const ImageStart& start) {
  const StageView& stage = start.stage();
  for (const OutputLink& it : output_links(stage)) {
    if (!it.instruction) continue;
    return StdoutLink{"`" + it.path + "` is a link to `" + it.target + "`",
                      it.instruction};
  }
  const ImageState& state = stage.state();
  if (state.base != nullptr && state.base->logs_to_stdout) {
    return StdoutLink{
        "`" + state.base_reference + "` opens its logs as `/dev/stdout`",
        std::nullopt};
  }
  auto named = output_named_by(start.program().commands);
  if (!named && start.script())
    named = output_named_by(start.script()->commands);
  if (named) {
    return StdoutLink{
        "`" + *named + "` names the container's output by its path",
        std::nullopt};
  }
  return output_of_env(stage);
}

}  // namespace harden
