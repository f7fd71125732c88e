// The rewrite passes in their order.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "image/revision.h"
#include "rewrite/rewrite_options.h"

namespace harden {

struct PassInput {
  const Revision& file;
  const RewriteOptions& options;
  const EffectiveUser& before;  // as whom the image of the original file runs
  // Whether the file's owner wants it left as it is; null: nothing is excused.
  std::function<bool(const Diagnostic&)> is_excused = {};

  bool excuses(const Diagnostic& finding) const {
    return is_excused && is_excused(finding);
  }
  // What is excused is not changed.
  void drop_excused_fixes(std::vector<Diagnostic>& said) const;
};

// A pass looks and says; its edits exist only as the fixes of its diagnostics.
struct Pass {
  std::string_view name;  // "non-root-user"
  std::vector<Diagnostic> (*run)(const PassInput&);
};

std::span<const Pass> passes();

}  // namespace harden
