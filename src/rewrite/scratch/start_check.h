// How the container starts, as far as an image without a shell is concerned.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// The first of ENTRYPOINT's and CMD's words that the file or the base give;
// empty for a shell form.
std::vector<std::string> start_argv(const ScratchSubject& subject);

// The ENTRYPOINT or CMD, or the FROM of the stage.
std::size_t start_instruction(const ScratchSubject& subject);

// The folders that ENV of the file puts into PATH.
std::vector<std::string> own_path_folders(const ScratchSubject& subject);

// That the program is started itself, by an exec form of the file.
Objection check_direct_start(const ScratchSubject& subject);

// The user is not root; what is asked of a start script that steps down.
Objection check_unprivileged(const ScratchSubject& subject);

// An ENTRYPOINT or CMD of the file in shell form.
std::optional<std::size_t> shell_form(const ScratchSubject& subject);

}  // namespace harden
