// Names that others restrict.
#pragma once

#include <set>
#include <string>
#include <string_view>

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

}  // namespace harden
