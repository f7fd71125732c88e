// Reads a Dockerfile into a tree. The only module that knows ANTLR.
#pragma once

#include "dockerfile/document.h"

namespace harden {

// Takes any bytes (up to 4 GiB). What BuildKit would refuse becomes a
// diagnostic in Document::problems; the rest of the file is still understood.
Document parse(SourceFile source);

}  // namespace harden
