#include "image/start/root_programs.h"

namespace harden {
namespace {

using Use = CommandFacts::Use;

// `ip addr` and the like need root for some arguments only, which nobody asks
// about here.
bool always_needs_root(const CommandFacts& facts) {
  const bool by_root = facts.use == Use::root || facts.use == Use::service;
  return by_root && facts.only_with.empty() && !facts.shows_with;
}

}  // namespace

const RootProgram* find_root_program(std::string_view program) {
  // A script of the image's own (s6-overlay's, for one), no init system.
  if (program == "/init") return nullptr;
  const CommandFacts* facts = find_command(program);
  return facts != nullptr && always_needs_root(*facts) ? facts : nullptr;
}

bool steps_down(std::string_view program) {
  const CommandFacts* facts = find_command(program);
  return facts != nullptr && facts->use == Use::steps_down;
}

}  // namespace harden
