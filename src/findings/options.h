// All that is asked for about one Dockerfile.
#pragma once

#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "dockerfile/image_state.h"
#include "findings/suppressions/suppression_rules.h"
#include "rewrite/rewrite_options.h"
#include "runtime/policy_wishes.h"

namespace harden {

struct Options : RewriteOptions {
  EvaluateOptions evaluate;  // build args, target, base images
  PolicyWishes policy;
  // Where base images may come from, "docker.io/library", "registry.corp";
  // empty: from anywhere.
  std::vector<std::string> allowed_registries;
  // What comments of the file may excuse.
  SuppressionRules suppressions;
  // Null when there is none, as for standard input without --context.
  const BuildContext* context = nullptr;
};

}  // namespace harden
