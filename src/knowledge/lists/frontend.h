// What BuildKit's frontend for Dockerfiles takes:
// templates/lists/frontend.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

struct InstructionFlag {
  std::string_view instruction;
  std::string_view name;  // without the dashes
  enum class Kind : std::uint8_t {
    text,
    list,  // may be given more than once
    boolean,
    duration,
    count,
    network,
    security,
  };
  Kind kind = Kind::text;
  // The first version of docker/dockerfile that takes it; empty where none
  // does.
  std::string_view since;
  // The first `-labs` version; empty where that is the same.
  std::string_view labs_since = {};
};
extern const std::span<const InstructionFlag> instruction_flags;
// The last version whose flags the table above tells.
extern const SortedWords newest_frontend;
// What stands before their arguments as flags is dropped without a word.
extern const SortedWords flag_ignoring_instructions;

}  // namespace harden::lists
