// Reasons as comments. They come from files of strangers, so that nothing in
// them may end the line that they stand on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/policy.h"

namespace harden {

// "`VOLUME` in line 12 (Dockerfile:12); what every image gets"
std::string why(const std::vector<Reason>& reasons);

// "TEXT; MORE", or the one that is not empty.
std::string joined_reasons(const std::string& text, const std::string& more);

// `# TEXT` in lines of about 80 columns with the given indent. Nothing for an
// empty text.
std::string comment(std::string_view text, std::string_view indent = "");

}  // namespace harden
