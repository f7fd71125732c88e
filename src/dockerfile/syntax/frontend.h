// The frontend that reads a Dockerfile: the engine's own, or the one that
// `# syntax=` names.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/document.h"

namespace harden {

struct FrontendVersion {
  int major = 0;
  int minor = 0;
  auto operator<=>(const FrontendVersion&) const = default;
};

// "1.20", "1.20.0-labs"; nullopt where no minor version is named.
std::optional<FrontendVersion> frontend_version(std::string_view text);

struct Frontend {
  // False for an image of somebody else's, whose rules nobody knows here.
  bool docker = true;
  bool labs = false;
  // None where the engine or a tag that moves decides.
  std::optional<FrontendVersion> version;
};

Frontend frontend_of(const Document& document);

}  // namespace harden
