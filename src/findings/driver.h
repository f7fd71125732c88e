// The whole of harden as two functions: rewrite a Dockerfile, or check it.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/options.h"
#include "runtime/policy.h"

namespace harden {

struct Hardened {
  Document original;
  std::string text;  // the new file; equal to the source when nothing changed
  // Spans point into `original`, in the order of their places.
  std::vector<Diagnostic> diagnostics;
  // What led from the source to the text, one list after the other.
  std::vector<std::vector<Edit>> edits;
  // What the new file needs in the build context.
  std::vector<NewFile> files;
  EffectiveUser before;
  EffectiveUser after;
  Policy policy;  // of a container of the new image
};

// Throws UnknownTarget (see image_state.h); any text gives a result.
Hardened harden(SourceFile source, const Options& options);

struct Checked {
  Document document;
  std::vector<Diagnostic> diagnostics;
  EffectiveUser user;
};
Checked check(SourceFile source, const Options& options);

}  // namespace harden
