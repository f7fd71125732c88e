// The rewrite passes in their order.
#pragma once

#include <span>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/options.h"

namespace harden {

class ImageStart;  // analysis/image_start.h

struct PassInput {
  const Document& document;
  const Evaluation& evaluation;
  const Options& options;
  const EffectiveUser& before;  // as whom the image of the original file runs
  const EffectiveUser& user;    // and that of `document`
  const ImageStart& start;      // what that one starts with
};

// A pass looks and says; its edits exist only as the fixes of its diagnostics.
struct Pass {
  std::string_view name;  // "non-root-user"
  std::vector<Diagnostic> (*run)(const PassInput&);
};

std::span<const Pass> passes();

}  // namespace harden
