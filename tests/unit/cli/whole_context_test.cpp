// HD452 asks the ignore file, which no case of tests/rules can change.
#include <gtest/gtest.h>

#include <string>

#include "cli/search/directory_context.h"
#include "findings/driver.h"
#include "knowledge/knowledge.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

// The message of HD452; empty when there is none.
std::string said(const TemporaryFolder& folder, const std::string& text) {
  const DirectoryContext context(folder.path(), folder.path("Dockerfile"));
  Options options;
  options.evaluate.bases = &builtin_bases();
  options.context = &context;
  for (const auto& it :
       check(SourceFile("Dockerfile", text), options).diagnostics) {
    if (it.rule == "HD452") return it.message;
  }
  return {};
}

constexpr const char* copies_all = "FROM node:22\nCOPY . /app\nUSER node\n";

TEST(WholeContext, NeedsAnIgnoreFile) {
  const TemporaryFolder folder;
  EXPECT_NE(said(folder, copies_all).find("no .dockerignore"),
            std::string::npos);
  folder.write(".dockerignore", "*.md\n.dockerignore\n");
  EXPECT_EQ(said(folder, copies_all), "");
}

TEST(WholeContext, MayHaveAnIgnoreFileOfItsOwn) {
  const TemporaryFolder folder;
  folder.write("Dockerfile.dockerignore", "");
  EXPECT_EQ(said(folder, copies_all), "");
}

TEST(WholeContext, NamesWhatIsPrivate) {
  const TemporaryFolder folder;
  folder.write(".git/config", "");
  folder.write(".env", "PORT=80\n");
  folder.write(".dockerignore", "*.md\n");
  const std::string message = said(folder, copies_all);
  EXPECT_NE(message.find("`.git`"), std::string::npos) << message;
  EXPECT_EQ(message.find(".env"), std::string::npos) << "no secret is in it";
  folder.write(".dockerignore", ".git\n");
  EXPECT_EQ(said(folder, copies_all), "");
}

// At 0733439 this rule had a list of its own, without id_dsa.
TEST(WholeContext, KnowsEveryKeyThatACopiedFileMayBe) {
  const TemporaryFolder folder;
  folder.write("id_dsa", "");
  folder.write(".pgpass", "");
  folder.write(".dockerignore", "*.md\n");
  const std::string message = said(folder, copies_all);
  EXPECT_NE(message.find("`id_dsa`"), std::string::npos) << message;
  EXPECT_NE(message.find("`.pgpass`"), std::string::npos) << message;
}

TEST(WholeContext, IsNotThisOneWhenFilesAreMissing) {
  const TemporaryFolder folder;
  const std::string text =
      "FROM node:22\nCOPY docker/start.sh /\nCOPY . /app\nUSER node\n";
  EXPECT_EQ(said(folder, text), "");
  folder.write("docker/start.sh", "");
  EXPECT_NE(said(folder, text), "");
}

}  // namespace
}  // namespace harden::cli
