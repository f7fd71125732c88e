// Texts that several emitters write: names that others restrict, and reasons.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/policy.h"

namespace harden {

// An RFC 1035 label, which is also one of RFC 1123: lower-case letters, digits
// and `-`, begins with a letter, 63 characters at most. "app" when nothing of
// the text is left.
std::string label(std::string_view text);

// Labels, each given once.
class UniqueLabels {
 public:
  std::string take(std::string_view text);

 private:
  std::set<std::string> taken_;
};

// "`VOLUME` in line 12 (Dockerfile:12); what every image gets"
std::string why(const std::vector<Reason>& reasons);

// "TEXT; MORE", or the one that is not empty.
std::string joined_reasons(const std::string& text, const std::string& more);

}  // namespace harden
