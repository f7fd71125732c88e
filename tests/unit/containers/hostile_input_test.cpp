// Files that mean harm: they are read or refused, soon and within memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <vector>

#include "settings_fixture.h"

namespace harden {
namespace {

using test::refusal;
using testing::HasSubstr;

// Reads, checks, and looks at every place; BadInput is fine.
void exercise(const std::string& text) {
  try {
    const SettingsFile file = test::read_text(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    for (const Diagnostic& it : check_settings(file, {})) {
      ASSERT_LT(it.span.begin, it.span.end) << it.message << "\n" << text;
      ASSERT_LE(it.span.end, size) << it.message << "\n" << text;
    }
    for (const SettingsComment& it : file.comments) {
      ASSERT_LE(it.span.end, size);
      ASSERT_LE(it.lines.end, size);
    }
  } catch (const BadInput&) {
  }
}

void exercise_line(const std::string& text) {
  try {
    const SettingsFile file = read_run_line(SourceFile("--run", text));
    for (const Diagnostic& it : check_settings(file, {})) {
      ASSERT_LT(it.span.begin, it.span.end) << it.message << "\n" << text;
      ASSERT_LE(it.span.end, text.size()) << it.message << "\n" << text;
    }
  } catch (const BadInput&) {
  }
}

// The most memory that reading takes, in a process of its own, in MiB.
long peak_of(const std::string& text) {
  const pid_t child = fork();
  if (child == 0) {
    exercise(text);
    _exit(0);
  }
  int status = 0;
  struct rusage usage = {};
  wait4(child, &status, 0, &usage);
  EXPECT_EQ(status, 0);
  return usage.ru_maxrss / 1024;
}

std::string repeated(const std::string& text, std::size_t size) {
  std::string result;
  while (result.size() < size) result += text;
  return result;
}

constexpr std::size_t two_mib = (std::size_t{2} << 20) - 64;

// Sanitizers need memory of their own.
#if defined(HARDEN_SANITIZED)
constexpr long most = 3000;
#else
constexpr long most = 200;
#endif

TEST(HostileInput, StaysWithinMemory) {
  std::string services =
      "x-a: &a [" + repeated("/etc:/x,", 40000) + "/e:/e]\nservices:\n";
  for (int i = 0; i < 4000; ++i) {
    services += " s" + std::to_string(i) + ": {image: x, volumes: *a}\n";
  }
  for (const std::string& text :
       {repeated("- ", two_mib), "a: [" + repeated("b,", two_mib) + "]",
        repeated("[", two_mib), repeated("{", two_mib),
        "services:\n" + repeated("  s: {image: x}\n", two_mib),
        "services: {web: {image: x, cap_add: [" + repeated("ALL, ", 300000) +
            "]}}",
        "[" + repeated("a: ", two_mib) + "]", repeated("!a ", two_mib),
        "services:\n  web:\n    image: |\n" + repeated("     x\n", two_mib),
        repeated("# harden: ignore=HD210\n", two_mib), services,
        repeated("---\na: b\n", 4U << 20)}) {
    EXPECT_LT(peak_of(text), most) << text.substr(0, 60);
  }
}

TEST(HostileInput, FiftyMegabytesAreRefusedBySize) {
  const std::string text = "services:\n" + repeated("  a: b\n", 50U << 20);
  EXPECT_THAT(refusal(text), HasSubstr("larger than 2 MiB"));
  EXPECT_LT(peak_of(text), most);
}

TEST(HostileInput, EndsSoon) {
  const auto start = std::chrono::steady_clock::now();
  // Each service extends the one before.
  std::string chain = "services:\n  s0: {image: x}\n";
  for (int i = 1; i < 4000; ++i) {
    const std::string number = std::to_string(i);
    chain += "  s" + number + ": {extends: s" + std::to_string(i - 1) + "}\n";
  }
  exercise(chain);
  // Every map merges the two before it.
  std::string merges = "a0: &a0 {x: 1}\na1: &a1 {y: 1}\n";
  for (int i = 2; i < 90; ++i) {
    const std::string number = std::to_string(i);
    merges += "a" + number + ": &a" + number + " {<<: [*a" +
              std::to_string(i - 1) + ", *a" + std::to_string(i - 2) + "]}\n";
  }
  exercise(merges + "services: {web: *a89}\n");
  EXPECT_THAT(refusal(merges + "services: {web: *a89}\n"),
              HasSubstr("repeat too much"));
  exercise("services: {web: {image: x, volumes: [" +
           repeated("\"/a:/b\",", 40000) + "]}}");
  exercise("services: {web: {image: \"" + repeated("${A:-", 1000000) + "\"}}");
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - start;
  EXPECT_LT(took.count(), 60) << "even with sanitizers on a busy machine";
}

// What Compose files and manifests are made of, so that many are read.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> list = {
      "services:",
      "web:",
      "image: x",
      "apiVersion: v1",
      "kind: Pod",
      "spec:",
      "containers:",
      "- name: c",
      "user: root",
      "privileged:",
      "true",
      "ports:",
      "- \"80:80\"",
      "volumes:",
      "- /:/h:Z",
      "[",
      "]",
      "{",
      "}",
      ",",
      ": ",
      "\n",
      "\n  ",
      "\n    ",
      "\n      ",
      "&a ",
      "*a",
      "<<: *a",
      "!reset ",
      "|\n",
      "'",
      "\"",
      "# harden: ignore=HD210\n",
      "---\n",
      "$X",
      "${A:-b}",
      "\t",
      "\r\n",
      "é",
      "extends: web",
      "cap_add: [ALL]",
      "hostPath: {path: /}",
      "~",
      "- ",
      "docker run ",
      "-v /:/x ",
      "--user=0 ",
      "-it ",
      "--cap-add ",
      "\\\n",
      "x ",
  };
  return list;
}

std::string joined(const std::vector<std::size_t>& choice) {
  std::string result;
  for (const std::size_t it : choice) result += pieces()[it % pieces().size()];
  return result;
}

RC_GTEST_PROP(HostileInput, AnyMixtureIsReadOrRefused,
              (const std::vector<std::size_t>& choice)) {
  exercise(joined(choice));
  exercise("services:\n  web:\n    image: x\n    " + joined(choice));
}

RC_GTEST_PROP(HostileInput, AnyLineIsReadOrRefused,
              (const std::vector<std::size_t>& choice)) {
  exercise_line("docker run " + joined(choice));
}

RC_GTEST_PROP(HostileInput, AnyBytesAreReadOrRefused,
              (const std::string& bytes)) {
  exercise(bytes);
  exercise_line(bytes);
}

}  // namespace
}  // namespace harden
