// A profile together with the places of its parts.
#pragma once

#include <vector>

#include "base/json/json_tree.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

struct RulePlaces {
  Span rule;
  Span action;
  // In the order of the file; those of SeccompRule are sorted.
  std::vector<std::pair<std::string, Span>> names;
  std::vector<Span> arguments;
  Span includes;  // empty: there are none
  Span excludes;
};

// What engines pass over, or refuse.
struct KeyProblem {
  enum class Kind : std::uint8_t {
    unknown,          // nobody reads it
    excludes_another  // "architectures" beside "archMap"
  };
  Kind kind = Kind::unknown;
  Span span;
  std::string key;
  std::string other;  // the one that it excludes, or that is near to it
};

struct ReadProfile {
  SeccompProfile profile;
  bool engine_form = false;  // there is something to resolve
  Span default_action;
  Span architectures;             // empty: there are none
  std::vector<RulePlaces> rules;  // as profile.rules
  std::vector<KeyProblem> problems;
};

// Throws BadInput for what engines would not even begin with.
ReadProfile read_profile_with_places(const SourceFile& source);

}  // namespace harden::seccomp
