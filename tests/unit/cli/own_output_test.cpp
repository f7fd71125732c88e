// What harden writes is quiet under its own check, however long names are and
// whatever they say. At 0733439 comments were wrapped before `harden: change`
// for some lengths, which the check took for a comment to itself; a Dockerfile
// called `harden: ignore-file=…` gave orders in its compose.yaml.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/libraries/json.h"
#include "odd_texts.h"
#include "program.h"

namespace harden::cli {
namespace {

constexpr const char* service =
    "FROM debian:12\n"
    "RUN useradd -u 1500 app\n"
    "VOLUME /data\n"
    "EXPOSE 8080\n"
    "HEALTHCHECK --interval=90s CMD [\"/usr/bin/server\", \"--check\"]\n"
    "USER 1500:1500\n"
    "CMD [\"/usr/bin/server\"]\n";

// What the check says of compose.yaml and kubernetes.yaml.
std::string findings_of(const std::string& dockerfile) {
  Program program;
  program.folder().write(dockerfile, service);
  const Result written =
      program.run({("./" + dockerfile).c_str(), "-o", "out", "--emit",
                   "compose,kubernetes", "--set", "name=\"web\""});
  if (written.status != 0) return written.err;
  const Result checked =
      program.run({"check", "--format", "json", "out.d/compose.yaml",
                   "out.d/kubernetes.yaml"});
  const auto report = nlohmann::json::parse(checked.out);
  std::string result;
  for (const auto& file : report.at("files")) {
    for (const auto& it : file.at("findings")) {
      result += file.at("name").get<std::string>() + ": " +
                it.at("message").get<std::string>() + "\n";
    }
  }
  return result;
}

TEST(OwnOutput, IsQuietForNamesOfEveryLength) {
  for (std::size_t length = 1; length <= 90; ++length) {
    EXPECT_EQ(findings_of(std::string(length, 'x')), "") << length;
  }
}

TEST(OwnOutput, IsQuietForNamesThatGiveOrders) {
  for (std::string name :
       {"harden: ignore-file=HD101", "# harden: ignore=HD101 x",
        "a b c d harden: ignore-file=HD301", "#harden: change"}) {
    EXPECT_EQ(findings_of(name), "") << name;
    for (int i = 0; i < 40; ++i) {
      name.insert(0, i % 7 == 6 ? " " : "y");
      EXPECT_EQ(findings_of(name), "") << name;
    }
  }
}

TEST(OwnOutput, IsQuietForOddNames) {
  for (std::string name : test::odd_texts(100)) {
    std::erase(name, '/');
    name = name.substr(0, 200);
    if (name.empty() || name == "." || name == "..") continue;
    EXPECT_EQ(findings_of(name), "") << name;
  }
}

}  // namespace
}  // namespace harden::cli
