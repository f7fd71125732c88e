// COPY keeps the modes of the build context: what only its owner can read is
// given to the new user. (A repository keeps no such modes, so no golden case.)
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "image/start/image_start.h"
#include "knowledge/knowledge.h"
#include "rewrite/passes.h"

namespace harden {
namespace {

using testing::HasSubstr;
using testing::Not;

class FakeContext : public BuildContext {
 public:
  explicit FakeContext(std::map<std::string, std::uint32_t> modes)
      : modes_(std::move(modes)) {}

  std::optional<ContextEntry> find(std::string_view path) const override {
    if (path == ".") return ContextEntry{".", 0755, true};
    for (const auto& [name, mode] : modes_) {
      if (name == path) return ContextEntry{name, mode, false};
      if (name.starts_with(std::string(path) + "/")) {
        return ContextEntry{std::string(path), 0755, true};
      }
    }
    return std::nullopt;
  }
  std::optional<std::string> read(std::string_view path,
                                  std::size_t) const override {
    return find(path) ? std::optional<std::string>("x") : std::nullopt;
  }
  std::vector<ContextEntry> list(std::string_view path,
                                 std::size_t) const override {
    std::vector<ContextEntry> result;
    for (const auto& [name, mode] : modes_) {
      if (path == "." || name.starts_with(std::string(path) + "/")) {
        result.push_back({name, mode, false});
      }
    }
    return result;
  }

 private:
  std::map<std::string, std::uint32_t> modes_;
};

struct Rewritten {
  std::string text;
  std::vector<std::string> messages;
};

Rewritten rewritten(const std::string& text, const BuildContext* context) {
  EvaluateOptions options;
  options.bases = &builtin_bases();
  const Revision file(SourceFile("Dockerfile", text), options, context);
  Rewritten result;
  for (const Pass& pass : passes()) {
    if (pass.name != "non-root-user") continue;
    std::vector<Edit> edits;
    for (const Diagnostic& it :
         pass.run({file, RewriteOptions(), file.user()})) {
      result.messages.push_back(std::string(it.rule) + " " + it.message);
      if (!it.fix) continue;
      edits.insert(edits.end(), it.fix->edits.begin(), it.fix->edits.end());
    }
    result.text = apply_edits(text, edits);
  }
  return result;
}

const std::string node_file =
    "FROM node:20\nWORKDIR /app\nCOPY key.pem ./\nCOPY src ./src\n"
    "CMD [\"node\", \"src/main.js\"]\n";

TEST(UnreadableCopy, IsGivenToTheUser) {
  const FakeContext context({{"key.pem", 0600}, {"src/main.js", 0644}});
  const Rewritten result = rewritten(node_file, &context);
  EXPECT_THAT(result.text, HasSubstr("COPY --chown=1000:1000 key.pem ./\n"));
  EXPECT_THAT(result.text, HasSubstr("\nCOPY src ./src\n"));
  EXPECT_THAT(result.messages,
              testing::Contains(
                  HasSubstr("`key.pem` has mode 0600 in the build context")));
}

TEST(UnreadableCopy, LooksIntoFolders) {
  const FakeContext context({{"key.pem", 0644}, {"src/lib/a.js", 0640}});
  const Rewritten result = rewritten(node_file, &context);
  EXPECT_THAT(result.text, HasSubstr("COPY --chown=1000:1000 src ./src\n"));
  EXPECT_THAT(result.text, HasSubstr("\nCOPY key.pem ./\n"));
}

TEST(UnreadableCopy, LeavesReadableFilesAlone) {
  const FakeContext context({{"key.pem", 0644}, {"src/main.js", 0755}});
  EXPECT_THAT(rewritten(node_file, &context).text, Not(HasSubstr("--chown")));
}

TEST(UnreadableCopy, LeavesWhatTheFileSaysAlone) {
  const FakeContext context({{"key.pem", 0600}});
  for (const std::string flag :
       {"--chown=www-data", "--chmod=644", "--from=other"}) {
    const std::string text =
        "FROM node:20\nCOPY " + flag + " key.pem /\nCMD [\"node\"]\n";
    EXPECT_THAT(rewritten(text, &context).text,
                HasSubstr("COPY " + flag + " key.pem /\n"));
  }
}

TEST(UnreadableCopy, TakesPatternsAsTheEngineDoes) {
  const FakeContext context({{"certs/a.pem", 0600}, {"certs/b.txt", 0644}});
  EXPECT_THAT(rewritten("FROM node:20\nCOPY certs/*.pem /c/\nCMD [\"node\"]\n",
                        &context)
                  .text,
              HasSubstr("COPY --chown=1000:1000 certs/*.pem /c/\n"));
  EXPECT_THAT(rewritten("FROM node:20\nCOPY certs/*.txt /c/\nCMD [\"node\"]\n",
                        &context)
                  .text,
              HasSubstr("COPY certs/*.txt /c/\n"));
}

TEST(UnreadableCopy, StandsBehindOtherFlags) {
  const FakeContext context({{"key.pem", 0600}});
  EXPECT_THAT(rewritten("FROM node:20\nCOPY --link key.pem /\nCMD [\"node\"]\n",
                        &context)
                  .text,
              HasSubstr("COPY --link --chown=1000:1000 key.pem /\n"));
}

// BuildKit looks the name up when it copies.
TEST(UnreadableCopy, NeedsANameThatExistsByThen) {
  const FakeContext context({{"key.pem", 0600}});
  const std::string before =
      "FROM debian:12\nRUN useradd -r svc\nCOPY key.pem /\nCMD [\"sleep\"]\n";
  EXPECT_THAT(rewritten(before, &context).text,
              HasSubstr("COPY --chown=svc key.pem /\n"));
  const std::string behind =
      "FROM debian:12\nCOPY key.pem /\nRUN useradd -r svc\nCMD [\"sleep\"]\n";
  const Rewritten result = rewritten(behind, &context);
  EXPECT_THAT(result.text, Not(HasSubstr("--chown")));
  EXPECT_THAT(result.messages,
              testing::Contains(HasSubstr("create the user before")));
}

TEST(UnreadableCopy, IsNotKnownWithoutAContext) {
  EXPECT_THAT(rewritten(node_file, nullptr).text, Not(HasSubstr("--chown")));
}

}  // namespace
}  // namespace harden
