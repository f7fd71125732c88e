#include "passes/user_notes.h"

#include <string>
#include <utility>

#include "analysis/folder_kinds.h"

namespace harden {
namespace {

Diagnostic note(RuleId rule, Severity severity, Span span,
                std::string message) {
  Diagnostic result;
  result.rule = rule;
  result.severity = severity;
  result.span = span;
  result.message = std::move(message);
  return result;
}

// "80/tcp" is 80; what is no number is none.
bool is_low_port(std::string_view port) {
  const std::string digits(
      port.substr(0, port.find_first_not_of("0123456789")));
  return !digits.empty() && digits.size() < 5 && std::stoi(digits) < 1024;
}

}  // namespace

std::vector<Diagnostic> system_volume_notes(const Document& document,
                                            const Stage&,
                                            const ImageState& state) {
  std::vector<Diagnostic> result;
  for (const PathSetting& volume : state.volumes) {
    if (!volume.instruction || !is_system_folder(volume.path) ||
        is_open_to_all(volume.path)) {
      continue;
    }
    result.push_back(
        note("HD109", Severity::info,
             document.instructions[*volume.instruction].span,
             volume.path +
                 " stays root's, as a folder of the system; make the program "
                 "write to one below it"));
  }
  return result;
}

std::vector<Diagnostic> low_port_notes(const Document& document,
                                       const Stage& stage, const ImageState&) {
  for (std::size_t i = stage.begin; i < stage.end; ++i) {
    const Instruction& it = document.instructions[i];
    const auto* ports = it.as<WordList>();
    if (it.keyword != Keyword::expose || ports == nullptr) continue;
    for (const Word& port : ports->words) {
      if (!is_low_port(port.value)) continue;
      const std::string number =
          port.value.substr(0, port.value.find_first_not_of("0123456789"));
      return {note("HD106", Severity::note, port.span,
                   "port " + number +
                       " stays: engines since 20.10 let any user bind it; with "
                       "host networking, or in Kubernetes before containerd "
                       "2.0, set net.ipv4.ip_unprivileged_port_start")};
    }
  }
  return {};
}

}  // namespace harden
