// Why an image is not made from scratch.
#pragma once

#include <optional>
#include <string>

#include "base/source/source_file.h"

namespace harden {

struct NotScratch {
  // Something in the file builds a static program: the user will ask why it
  // was not enough. Otherwise there is nothing to be said about it.
  bool was_near = false;
  Span span;
  std::string message;  // the reason
  std::string help;     // the next step
};

// nullopt: nothing speaks against it.
using Objection = std::optional<NotScratch>;

}  // namespace harden
