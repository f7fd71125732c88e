// The whole of harden as two functions: rewrite a Dockerfile, or check it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harden/base_image.h"
#include "harden/build_context.h"
#include "harden/diagnostic.h"
#include "harden/document.h"
#include "harden/image_state.h"

namespace harden {

enum class UserStyle { numeric, name };

struct Options {
  EvaluateOptions evaluate;  // build args, target, base images
  // --user NAME: an account to use or create; empty lets harden choose.
  std::string user;
  std::optional<std::uint32_t> uid;  // --uid
  std::optional<std::uint32_t> gid;  // --gid
  UserStyle user_style = UserStyle::numeric;
  bool comments = true;  // explain inserted lines in the file
  // Null when there is none, as for standard input without --context.
  const BuildContext* context = nullptr;
};

struct Hardened {
  Document original;
  std::string text;  // the new file; equal to the source when nothing changed
  // Spans point into `original`, in the order of their places.
  std::vector<Diagnostic> diagnostics;
  EffectiveUser before;
  EffectiveUser after;
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
