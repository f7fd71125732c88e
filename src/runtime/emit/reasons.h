// The reasons of settings as text.
#pragma once

#include <string>
#include <vector>

#include "runtime/policy.h"

namespace harden {

// "`VOLUME` in line 12 (Dockerfile:12); what every image gets"
std::string why(const std::vector<Reason>& reasons);

// "TEXT; MORE", or the one that is not empty.
std::string joined_reasons(const std::string& text, const std::string& more);

}  // namespace harden
