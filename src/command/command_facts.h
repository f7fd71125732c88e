// What the table of commands says, as acts.
#pragma once

#include <vector>

#include "command/command_meaning.h"
#include "knowledge/knowledge.h"

namespace harden {

// One act for what needs root, none for the rest.
std::vector<Act> acts_of(const CommandFacts& facts);

// Whether these arguments are among those with which it does.
bool needs_root_with(const CommandFacts& facts, const CommandWords& argv);

// Those that the table names, in the order of Capability.
std::vector<Capability> capabilities_of(const CommandFacts& facts);

}  // namespace harden
