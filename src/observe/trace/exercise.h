// What the user wants the program to be asked.
#pragma once

#include <string>

#include "observe/trace/container.h"

namespace harden::trace {

// Runs it until it succeeds, since programs take a while to start, but not for
// longer than `patience`. Gives why it did not, or "". It finds in its
// environment:
//
//   HARDEN_URL           of the first port that is published, http://…
//   HARDEN_PORT_<n>      where the container's port n is published
//   HARDEN_CONTAINER     the container's name, for `docker exec` and the like
//   HARDEN_ENGINE        the engine's program
std::string run_exercise(const std::string& exercise,
                         const EngineClient& engine, const Container& container,
                         std::chrono::milliseconds patience);

}  // namespace harden::trace
