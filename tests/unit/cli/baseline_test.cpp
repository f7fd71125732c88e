#include "cli/check/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/source/source_file.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A finding for each line that holds an `x`.
CheckedFile checked(const std::string& name, const std::string& text) {
  CheckedFile file;
  file.name = name;
  file.source = std::make_shared<const SourceFile>(name, text);
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] != 'x') continue;
    Diagnostic found;
    found.rule = "HD101";
    found.span = {i, i + 1};
    file.findings.push_back(found);
  }
  return file;
}

class BaselineTest : public testing::Test {
 protected:
  std::string path() const { return folder_.path() + "/b.json"; }
  std::string place(const std::string& name) const {
    return folder_.path() + "/" + name;
  }
  void write(const std::vector<CheckedFile>& files) const {
    CheckArguments arguments;
    arguments.write_baseline = path();
    Baseline baseline(arguments);
    for (CheckedFile it : files) {
      baseline.take_known(it);
      EXPECT_THAT(it.findings, IsEmpty());
    }
    baseline.finish();
  }
  // The offsets of what is left, and what is said.
  std::vector<std::uint32_t> left(CheckedFile file,
                                  std::string* said = nullptr) const {
    CheckArguments arguments;
    arguments.baseline = path();
    Baseline baseline(arguments);
    baseline.take_known(file);
    if (said != nullptr) *said = baseline.finish();
    std::vector<std::uint32_t> offsets;
    for (const Diagnostic& it : file.findings) offsets.push_back(it.span.begin);
    return offsets;
  }

  TemporaryFolder folder_;
};

TEST_F(BaselineTest, KnowsLinesThatMoved) {
  write({checked(place("a"), "x1\nx2\n")});
  EXPECT_THAT(left(checked(place("a"), "x1\nx2\n")), IsEmpty());
  EXPECT_THAT(left(checked(place("a"), "# new\n\nx2\n  x1\r\n")), IsEmpty());
}

TEST_F(BaselineTest, CountsEqualLines) {
  write({checked(place("a"), "x\nx\n")});
  EXPECT_THAT(left(checked(place("a"), "x\nx\nx\n")), ElementsAre(4));
}

TEST_F(BaselineTest, KnowsAFileByItsPathOnly) {
  write({checked(place("a"), "x1\n"), checked(place("b"), "x2\n")});
  EXPECT_THAT(left(checked(place("b"), "x1\n")), ElementsAre(0));
  EXPECT_THAT(left(checked(place("./a"), "x1\n")), IsEmpty());
}

TEST_F(BaselineTest, SaysWhatIsGone) {
  write({checked(place("a"), "x1\nx2\nx3\n")});
  std::string said;
  EXPECT_THAT(left(checked(place("a"), "x2\n"), &said), IsEmpty());
  EXPECT_THAT(said, HasSubstr("1 finding of "));
  EXPECT_THAT(said, HasSubstr("2 findings of "));
  EXPECT_THAT(said, HasSubstr(" are gone; `--write-baseline` takes them out"));
}

TEST_F(BaselineTest, IsTheSameWhateverTheOrderOfFiles) {
  write({checked(place("a"), "x1\nx2\n"), checked(place("b"), "x\n")});
  const std::string once = folder_.read("b.json");
  ASSERT_EQ(std::remove(path().c_str()), 0);
  write({checked(place("b"), "x\n"), checked(place("a"), "x2\nx1\n")});
  EXPECT_EQ(folder_.read("b.json"), once);
}

TEST(BaselineFile, IsReadAsItIsWritten) {
  const KnownFiles files = {{"a \"b\"\n", {{"1", "HD101"}, {"0", "HD130"}}},
                            {"c", {{"2", "HD101"}}}};
  EXPECT_EQ(parse_baseline(baseline_text(files), "b.json"), files);
  EXPECT_EQ(parse_baseline(baseline_text({}), "b.json"), KnownFiles());
}

TEST(BaselineFile, RefusesDeepTexts) {
  EXPECT_THROW(parse_baseline(std::string(1 << 20, '['), "b.json"), BadInput);
  const std::string deep = R"({"harden_baseline": 1, "files": )" +
                           std::string(1 << 20, '[') +
                           std::string(1 << 20, ']') + "}";
  EXPECT_THROW(parse_baseline(deep, "b.json"), BadInput);
}

RC_GTEST_PROP(BaselineFile, IsOneForWhateverPath, (std::string path)) {
  // The program makes UTF-8 of all others.
  for (char& c : path) c = static_cast<char>(c & 0x7f);
  const KnownFiles files = {{path, {{"1", "HD101"}}}};
  RC_ASSERT(parse_baseline(baseline_text(files), "b.json") == files);
}

}  // namespace
}  // namespace harden::cli
