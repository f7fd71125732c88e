#include "image/start/start_text.h"

namespace harden {
namespace {

std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char c : word) {
    if (c == '\'') {
      text += "'\\''";
    } else {
      text += c;
    }
  }
  return text + "' ";
}

bool brings_entrypoint(const ImageState& state) {
  if (state.base_reference == "scratch") return false;
  return state.base == nullptr || !state.base->entrypoint.empty();
}

}  // namespace

std::string exec_text(const std::vector<std::string>& argv) {
  std::string text = "exec ";
  for (const std::string& it : argv) text += quoted(it);
  return text;
}

std::string start_text(const ImageState& state) {
  const auto& entrypoint = state.entrypoint;
  // Another SHELL may read the line in another way.
  if (!state.shell.empty()) return {};
  const bool own = entrypoint && entrypoint->instruction;
  if (!own && brings_entrypoint(state)) return {};
  if (own && !entrypoint->exec_form) return entrypoint->text;
  const bool has_cmd = state.cmd && state.cmd->instruction;
  if (!own) {
    if (!has_cmd) return {};
    if (!state.cmd->exec_form) return state.cmd->text;
  }
  std::string text =
      exec_text(own ? entrypoint->argv : std::vector<std::string>());
  if (!has_cmd) return text;
  if (!state.cmd->exec_form) {
    return text + exec_text({"sh", "-c", state.cmd->text}).substr(5);
  }
  return text + exec_text(state.cmd->argv).substr(5);
}

}  // namespace harden
