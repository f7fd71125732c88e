// Logs that show which system calls a program makes.
#pragma once

#include <string>
#include <vector>

#include "observe/evidence/evidence.h"

namespace harden::cli {

// Names and numbers as templates/seccomp/calls.json has them.
SyscallNames known_syscalls();

// Of all logs together; "-" is standard input. Throws BadInput.
SyscallEvidence read_evidence(const std::vector<std::string>& logs);

// What to know about it, one line each: names that do not exist, calls that
// only ever failed.
std::vector<std::string> evidence_notes(const SyscallEvidence& evidence);

// "left out, for the engine's default refuses them …: a, b"; of none: empty.
std::string left_out_note(const std::vector<std::string>& left_out);

}  // namespace harden::cli
