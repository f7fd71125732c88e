// From the path of one run to a pattern for every run.
#pragma once

#include <string>
#include <string_view>

namespace harden::apparmor {

struct Pattern {
  std::string text;  // for a rule, quotes included
  bool generalised = false;
};

// Process ids in /proc become @{pid} and @{tid}; elsewhere numbers become
// `[0-9]*`, and hashes, UUIDs and the random part of temporary names `*`.
Pattern generalise(std::string_view path);

}  // namespace harden::apparmor
