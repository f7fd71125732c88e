#include "dockerfile/model/context_glob.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "memory_context.h"

namespace harden {
namespace {

TEST(ContextGlob, FindsWhatIsThere) {
  const MemoryContext context({{"a/x.sh", ""}, {"a/y.txt", ""}, {"z.sh", ""}});
  using Paths = std::vector<std::string>;
  EXPECT_EQ(context_matches(context, "./a/*.sh"), Paths{"a/x.sh"});
  EXPECT_EQ(context_matches(context, "*"), (Paths{"a", "z.sh"}));
  EXPECT_EQ(context_matches(context, "missing"), Paths{"missing"});
  EXPECT_EQ(context_matches(context, "/"), Paths{"."});
}

}  // namespace
}  // namespace harden
