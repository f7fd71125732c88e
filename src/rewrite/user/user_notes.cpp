#include "rewrite/user/user_notes.h"

#include <string>
#include <utility>

#include "base/quote/shell_word.h"
#include "image/files/folder_kinds.h"

namespace harden {
namespace {

// "80/tcp" is 80; what is no number is none.
bool is_low_port(std::string_view port) {
  const std::string digits(
      port.substr(0, port.find_first_not_of("0123456789")));
  return !digits.empty() && digits.size() < 5 && std::stoi(digits) < 1024;
}

// Volumes that are folders of the system, which are never given away.
void add_system_volumes(const Document& document, const ImageState& state,
                        std::vector<Diagnostic>& result) {
  for (const PathSetting& volume : state.volumes) {
    if (!volume.instruction || !is_system_folder(volume.path) ||
        is_open_to_all(volume.path)) {
      continue;
    }
    result.push_back(user_note(
        "HD109", document.instructions[*volume.instruction].span,
        volume.path +
            " stays root's, as a folder of the system; make the program "
            "write to one below it"));
  }
}

// The first port below 1024.
void add_low_port(const Document& document, const Stage& stage,
                  std::vector<Diagnostic>& result) {
  for (std::size_t i = stage.begin; i < stage.end; ++i) {
    const Instruction& it = document.instructions[i];
    const auto* ports = it.as<WordList>();
    if (it.keyword != Keyword::expose || ports == nullptr) continue;
    for (const Word& port : ports->words) {
      if (!is_low_port(port.value)) continue;
      const std::string number =
          port.value.substr(0, port.value.find_first_not_of("0123456789"));
      result.push_back(user_note(
          "HD106", port.span,
          "port " + number +
              " stays: engines since 20.10 let any user bind it; with host "
              "networking, or in Kubernetes before containerd 2.0, set "
              "net.ipv4.ip_unprivileged_port_start"));
      result.back().severity = Severity::note;
      return;
    }
  }
}

std::string described(const ChosenUser& user) {
  const std::string number = user.user_argument(UserStyle::numeric);
  if (user.create) {
    return "the user `" + user.name + "` (" + number + ") is created: ";
  }
  std::string text = "the program runs as ";
  if (user.name.empty()) {
    text += number;
  } else {
    text += "`" + user.name + "`";
    if (number != user.name) text += " (" + number + ")";
  }
  return text + ": ";
}

// Kubernetes takes a name for a possible root.
std::string unknown_number(const ChosenUser& user) {
  if (user.no_number_because.empty()) return {};
  return "; " + user.no_number_because +
         ", so `USER` has its name, which Kubernetes' `runAsNonRoot` cannot "
         "check";
}

}  // namespace

Diagnostic user_note(RuleId rule, Span span, std::string message) {
  Diagnostic result;
  result.rule = rule;
  result.severity = Severity::info;
  result.span = span;
  result.message = std::move(message);
  return result;
}

std::vector<Diagnostic> notes_for(const UserPlan& plan,
                                  const Document& document,
                                  const Evaluation& evaluation, Span verdict) {
  std::vector<Diagnostic> result;
  result.push_back(user_note(
      "HD111", verdict,
      described(plan.user) + plan.user.because + unknown_number(plan.user)));
  for (const PathNeed& need : plan.needs) {
    const Span span = need.instruction
                          ? document.instructions[*need.instruction].span
                          : verdict;
    result.push_back(user_note(
        "HD109", span, need.path + " is given to the user: " + need.because));
  }
  add_system_volumes(document, evaluation.stages[evaluation.target], result);
  add_low_port(document, document.stages[evaluation.target], result);
  return result;
}

std::vector<Diagnostic> existing_volume_notes(const UserPlan& plan,
                                              const Document& document) {
  for (const PathNeed& need : plan.needs) {
    if (!need.volume || !need.instruction) continue;
    Diagnostic result = user_note(
        "HD115", document.instructions[*need.instruction].span,
        "a volume that exists from when the image ran as root keeps its "
        "owner, and the program cannot write there");
    result.severity = Severity::note;
    result.help = "give it to the user once: `docker run --rm --user 0 -v " +
                  shell_word("VOLUME:" + need.path) +
                  " --entrypoint chown IMAGE -R " +
                  shell_word(plan.user.owner_argument()) + " " +
                  shell_word(need.path) + "`";
    return {std::move(result)};
  }
  return {};
}

}  // namespace harden
