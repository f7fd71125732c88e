// What variables stand for, as whoever resolves a word asks for it.
#pragma once

#include <string_view>

#include "command/unknown.h"

namespace harden {

// What a name stands for at one place of the file.
struct Binding {
  enum class State { unset, known, unknown };
  State state = State::unset;
  std::string_view value = {};  // when known; lives as long as its source
  Unknown unknown = {};         // the reason, when unknown
};

class VariableSource {
 public:
  virtual ~VariableSource() = default;
  virtual Binding find(std::string_view name) const = 0;
};

}  // namespace harden
