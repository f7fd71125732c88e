// The samples' settings agree, wherever the corpus is.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/files/read_input.h"
#include "bundle_forms.h"
#include "cli/search/directory_context.h"
#include "findings/driver.h"
#include "knowledge/knowledge.h"
#include "runtime/policy/derive_policy.h"

namespace harden {
namespace {

TEST(SampleSettings, OfAllRuntimesAgree) {
  std::size_t count = 0;
  for (const auto& it : std::filesystem::directory_iterator(HARDEN_SAMPLES)) {
    const std::string file = it.path() / "Dockerfile";
    if (!std::filesystem::exists(file)) continue;
    const cli::DirectoryContext context(it.path(), file);
    Options options;
    options.evaluate.bases = &builtin_bases();
    options.context = &context;
    const Hardened result = harden(read_input(file), options);
    const Policy policy = derive_policy(result.final, options.policy);
    EXPECT_TRUE(policy.unsafe_because.empty()) << file;
    for (const std::string& line : test::contradictions(result, policy)) {
      ADD_FAILURE() << file << ": " << line;
    }
    ++count;
  }
  EXPECT_GE(count, 4u);
}

}  // namespace
}  // namespace harden
