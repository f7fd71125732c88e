#include "rewrite/step_down/step_down_notes.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "image/files/stage_chain.h"

namespace harden {
namespace {

constexpr std::size_t most_acts = 5;

Diagnostic note(RuleId rule, Span span, std::string message) {
  Diagnostic result;
  result.rule = rule;
  result.severity = Severity::note;
  result.span = span;
  result.message = std::move(message);
  return result;
}

// The first line of a command, and not all of a long one.
std::string quoted(std::string_view text) {
  std::string line(text.substr(0, text.find_first_of("\r\n")));
  if (line.size() > 60) line = line.substr(0, 57) + "...";
  return "`" + line + "`";
}

// The last one counts; of the base nothing is known.
const Instruction* health_check(const Document& document,
                                const Evaluation& evaluation) {
  const Instruction* found = nullptr;
  for (std::size_t i : stage_chain(document, evaluation, evaluation.target)) {
    const Instruction& it = document.instructions[i];
    if (it.keyword == Keyword::healthcheck) found = &it;
  }
  if (found == nullptr) return nullptr;
  const auto* check = found->as<Healthcheck>();
  return check != nullptr && check->command ? found : nullptr;
}

}  // namespace

std::vector<Diagnostic> still_root_notes(const Document& document,
                                         const Evaluation& evaluation,
                                         const StartScript& script,
                                         const std::string& account) {
  std::vector<Diagnostic> result{
      note("HD114", script.span,
           "`docker exec` runs as root in this image, which starts as root; "
           "use `docker exec --user " +
               account + "`")};
  if (const Instruction* it = health_check(document, evaluation)) {
    result.push_back(
        note("HD114", it->span,
             "this `HEALTHCHECK` runs as root, because the image starts as "
             "root"));
  }
  return result;
}

std::vector<std::string> root_acts_of(const StartScript& script) {
  std::vector<std::string> result;
  const auto& followed = script.followed;
  for (const std::size_t index : script.root_acts) {
    const script::RootAct& it = followed.acts[index];
    std::string text = quoted(script::text_of(followed, it.place)) + " in " +
                       script.place(it.place);
    text += it.act.reason.empty() ? " may need root" : " " + it.act.reason;
    if (std::find(result.begin(), result.end(), text) == result.end()) {
      result.push_back(std::move(text));
    }
    if (result.size() == most_acts) break;
  }
  return result;
}

std::vector<Diagnostic> lost_act_notes(const StartScript& script) {
  Diagnostic result =
      note("HD115", script.span,
           "with `USER` the script runs without root, so what only root can "
           "do fails there, or has no effect; a bind mount or a volume of "
           "another owner is not given to the user");
  result.because = root_acts_of(script);
  result.help =
      "`--step-down=auto` lets it do this as root, and starts the program "
      "without";
  return {std::move(result)};
}

Diagnostic no_root_note(const StartScript& script) {
  return note(
      "HD116", script.span,
      "nothing in `" + script.name + "` needs root, so plain `USER` is set");
}

Diagnostic stdout_note(const Document& document, const StartScript& script,
                       const StdoutLink& link) {
  const Span span = link.instruction
                        ? document.instructions[*link.instruction].span
                        : script.span;
  return note("HD117", span,
              link.because +
                  ", which only its owner can open: the start script gives the "
                  "container's output to the user first");
}

}  // namespace harden
