// The whole of harden as two functions: rewrite a Dockerfile, or check it.
#pragma once

#include <string>
#include <vector>

#include "base/rules/rule.h"
#include "findings/options.h"
#include "image/revision.h"

namespace harden {

struct Hardened {
  Revision original;
  Revision final;  // the same when nothing changed
  // Spans point into `original`, in the order of their places.
  Findings diagnostics;

  std::string_view text() const { return final.text(); }
  // What the new file needs in the build context.
  const std::vector<NewFile>& files() const { return final.files(); }
  const EffectiveUser& before() const { return original.user(); }
  const EffectiveUser& after() const { return final.user(); }
};

// The file as it was given. Throws UnknownTarget (see image_state.h); any text
// gives a result.
Revision revision_of(SourceFile source, const Options& options);

Hardened harden(const Revision& original, const Options& options);
Hardened harden(SourceFile source, const Options& options);

// All findings about a file, in the order of their places.
Findings check(const Revision& file, const Options& options);

struct Checked {
  Revision file;
  Findings diagnostics;
};
Checked check(SourceFile source, const Options& options);

}  // namespace harden
