// What variables stand for, as whoever resolves a word asks for it.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// What a name stands for at one place of the file.
struct Binding {
  enum class State { unset, known, unknown };
  State state = State::unset;
  std::string_view value = {};  // when known; lives as long as its source
  std::string because = {};     // when unknown
};

class VariableSource {
 public:
  virtual ~VariableSource() = default;
  virtual Binding find(std::string_view name) const = 0;
};

// "`ARG APP_USER` has no default".
std::string arg_without_default(std::string_view name);
// The name in such a reason; empty when the reason is another.
std::string_view arg_without_default_name(std::string_view because);

}  // namespace harden
