// Holds `harden check` against the tables of this folder: as whom does the
// image run, and is the reason said?
//
//   ### the-name-of-the-row
//   expect: unprivileged 1000:0
//   says: words of the message or of its reasons
//   why: what engines do, for the reader
//
//   FROM debian:12
//   USER 1000
//
// `expect` is what the engine does: root, unprivileged or steps-down with
// UID:GID (`?` where the file does not tell), or cannot-start, or unknown.
// `buildkit`, `classic` and `buildah` say what each makes of it, where one asks
// about it alone; `expect` is then what harden says of all.
// `says` may be repeated. Also: `build-arg: A=1`, `target: stage`,
// `bytes: crlf`, `bytes: bom`. Files of the build context follow the
// Dockerfile, each after a line `=== path`.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include "findings/driver.h"
#include "knowledge/knowledge.h"
#include "memory_context.h"
#include "who_cases.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

// Fewer are a sign of a table that was not found.
constexpr std::size_t kAtLeast = 160;

Options options(const WhoCase& it, const BuildContext& context) {
  Options result;
  result.evaluate.bases = &builtin_bases();
  result.evaluate.target = it.target;
  for (const std::string& arg : it.build_args) {
    const std::size_t equals = arg.find('=');
    if (equals == std::string::npos) throw std::runtime_error(arg);
    result.evaluate.build_args[arg.substr(0, equals)] = arg.substr(equals + 1);
  }
  result.context = &context;
  return result;
}

Checked checked(const WhoCase& it) {
  std::vector<MemoryContext::File> files;
  for (const ContextFile& file : it.context) {
    files.push_back({file.path, file.text, 0755});
  }
  const MemoryContext context(std::move(files));
  return check(SourceFile("Dockerfile", it.dockerfile), options(it, context));
}

std::string id(const std::optional<std::uint32_t>& number) {
  return number ? std::to_string(*number) : "?";
}

std::string answer(const EffectiveUser& user) {
  std::string text(to_string(user.privilege));
  if (user.privilege == Privilege::unknown ||
      user.privilege == Privilege::cannot_start) {
    return text;
  }
  return text + " " + id(user.uid) + ":" + id(user.gid);
}

std::string said(const EffectiveUser& user) {
  std::string text = user.message + "\n";
  for (const std::string& it : user.because) text += it + "\n";
  return text;
}

// What people see: the finding that belongs to the answer, and no other.
std::string_view rule_of(const EffectiveUser& user) {
  switch (user.privilege) {
    case Privilege::root:
      return "HD101";
    case Privilege::unknown:
      return "HD102";
    case Privilege::cannot_start:
      return "HD103";
    case Privilege::steps_down:
      return user.stepped_down_in.empty() ? "HD110" : "HD112";
    default:
      return "";
  }
}

void expect_its_finding(const Checked& result) {
  for (const std::string_view rule :
       {"HD101", "HD102", "HD103", "HD110", "HD112"}) {
    const auto found =
        std::find_if(result.diagnostics.begin(), result.diagnostics.end(),
                     [&](const Diagnostic& it) { return it.rule == rule; });
    const bool reported = found != result.diagnostics.end();
    EXPECT_EQ(reported, rule == rule_of(result.file.user())) << rule;
    if (reported) {
      EXPECT_EQ(found->message, result.file.user().message) << rule;
    }
  }
}

void try_case(const WhoCase& it) {
  SCOPED_TRACE(it.place + " " + it.name + "\n" + it.dockerfile);
  const Checked result = checked(it);
  const std::string text = said(result.file.user());
  EXPECT_EQ(answer(result.file.user()), it.expect) << it.why << "\n" << text;
  for (const std::string& words : it.says) {
    EXPECT_NE(text.find(words), std::string::npos)
        << "`" << words << "` is not said, but\n"
        << text;
  }
  expect_its_finding(result);
}

void try_builders(const WhoCase& it) {
  for (const auto& [builder, expect] : it.builders) {
    SCOPED_TRACE(it.place + " " + it.name + " built by " +
                 std::string(builders.of(builder)) + "\n" + it.dockerfile);
    const MemoryContext context({});
    Options asked = options(it, context);
    asked.evaluate.builder = builder;
    const Checked result =
        check(SourceFile("Dockerfile", it.dockerfile), asked);
    EXPECT_EQ(answer(result.file.user()), expect) << it.why << "\n"
                                                  << said(result.file.user());
  }
}

TEST(WhoDoesItRunAs, IsRightInEveryRow) {
  std::size_t rows = 0;
  std::size_t tables = 0;
  for (const auto& entry : fs::directory_iterator(HARDEN_WHO)) {
    if (entry.path().extension() != ".txt") continue;
    ++tables;
    for (const WhoCase& it : read_table(entry.path())) {
      ++rows;
      try_case(it);
      try_builders(it);
    }
  }
  std::cout << rows << " Dockerfiles in " << tables << " tables\n";
  EXPECT_GE(rows, kAtLeast);
}

// A table whose mistakes pass unseen would test nothing.
TEST(WhoDoesItRunAs, RefusesTablesWithMistakes) {
  const fs::path file = fs::path(testing::TempDir()) / "who-table.txt";
  const std::string good =
      "### a\nexpect: root 0:0\nsays: x\nwhy: y\n\nFROM debian\n";
  const auto read = [&](const std::string& text) {
    std::ofstream(file) << text;
    return read_table(file).size();
  };
  EXPECT_EQ(read(good), 1U);
  for (const std::string& bad :
       {std::string(), "# only a comment\n" + good.substr(good.size()),
        good + good, "### a\nwho: root\n" + good.substr(6),
        good.substr(0, good.find("FROM")), "### a\n" + good.substr(23),
        "stray\n" + good, "### b\nsays: x\nwhy: y\n\nFROM debian\n" + good}) {
    EXPECT_THROW(read(bad), std::runtime_error) << bad;
  }
  fs::remove(file);
}

}  // namespace
}  // namespace harden
