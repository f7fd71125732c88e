// The file's own habits.
#pragma once

#include "dockerfile/document.h"

namespace harden {

Style find_style(const Document& document, char escape);

}  // namespace harden
