// The modes that a file gives to paths of the image: chmod, install, mkdir,
// COPY --chmod.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/runs/calls.h"
#include "findings/subject.h"

namespace harden::rule {

struct GivenMode {
  std::size_t instruction;
  // Of the command or the flag, in the source.
  Span place;
  // What gives it: "chmod", "install", "mkdir", "COPY".
  std::string_view tool;
  std::string mode;  // "4755", "u+s,go-w"
  // The mode's own bytes in the source, where they can be edited.
  std::optional<Span> mode_place;
  // As written; those that the file does not tell are left out.
  std::vector<std::string> paths;
  bool recursive = false;
  // Folders are meant: mkdir, `install -d`.
  bool for_folders = false;
};

// None for other programs, and where the file does not tell the mode.
std::optional<GivenMode> given_mode(const Subject& subject, const Call& call);
// Of COPY and ADD.
std::optional<GivenMode> copied_mode(const Subject& subject,
                                     std::size_t instruction);
// "755", "04755".
bool is_octal_mode(std::string_view mode);

// What a mode adds to a file.
struct ModeBits {
  bool set_uid = false;
  bool set_gid = false;
  bool others_write = false;
  bool sticky = false;
};
ModeBits added_bits(std::string_view mode);
// Whether the mode leaves a file without set-uid and set-gid bits.
bool clears_set_id(std::string_view mode);

// `find / -perm /6000 -exec chmod a-s {} +`

// Takes the set-uid and set-gid bits away, or the files, wherever they are.
bool clears_all_set_ids(const Call& call);

// Modes that are still in effect at the end of the image.
struct ModeQuestion {
  bool (*counts)(const GivenMode& mode);
  // Whether a later mode of the same path takes it back.
  bool (*takes_back)(std::string_view mode);
  // Whether a command takes it back for all paths; may be null.
  bool (*takes_all_back)(const Call& call);
};

// In the order of the image's instructions; a limited number.
std::vector<GivenMode> lasting_modes(const Subject& subject,
                                     const ModeQuestion& question);

}  // namespace harden::rule
