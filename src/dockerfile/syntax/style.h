// The file's own habits.
#pragma once

#include "dockerfile/document.h"

namespace harden::syntax {

Style find_style(const Document& document, char escape);

}  // namespace harden::syntax
