// Real Compose files that nobody on the project wrote: all are read, and what
// is found has a place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/source/source_file.h"
#include "cli/check/service_images.h"
#include "containers/settings.h"
#include "corpus_files.h"
#include "findings/registry.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

struct ComposeFile {
  std::string path;
  std::string bytes;
};

std::vector<ComposeFile> read_files() {
  std::vector<ComposeFile> result;
  const fs::path folder = test::corpus_folder() / "compose";
  if (!fs::exists(folder)) return result;
  for (const auto& it : fs::recursive_directory_iterator(folder)) {
    if (!it.is_regular_file()) continue;
    std::ifstream file(it.path(), std::ios::binary);
    result.push_back({it.path(), {std::istreambuf_iterator<char>(file), {}}});
  }
  std::sort(result.begin(), result.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return result;
}

const std::vector<ComposeFile>& compose_corpus() {
  static const std::vector<ComposeFile> files = read_files();
  return files;
}

class ComposeCorpus : public testing::Test {
 protected:
  void SetUp() override {
    if (compose_corpus().empty()) {
      GTEST_SKIP() << "skipped: no corpus in " << test::corpus_folder();
    }
  }
};

std::vector<Diagnostic> check_file(const ComposeFile& it) {
  const SettingsFile file = read_settings(SourceFile(it.path, it.bytes));
  EXPECT_FALSE(file.containers.empty()) << it.path;
  const cli::CheckArguments arguments;
  cli::ConfigFiles configs(arguments);
  const auto settings = configs.of(it.path);
  const cli::CheckChoices choices(arguments, *settings, it.path);
  cli::ServiceImages images(choices, it.path, configs);
  return check_settings(file, [&](const ContainerSettings& container) {
    return images.image_of(container);
  });
}

TEST_F(ComposeCorpus, IsComplete) { EXPECT_EQ(compose_corpus().size(), 40U); }

TEST_F(ComposeCorpus, IsReadWithExactPlaces) {
  std::map<std::string, std::size_t, std::less<>> counts;
  std::map<std::string, std::size_t, std::less<>> files;
  for (const ComposeFile& it : compose_corpus()) {
    std::map<std::string, std::size_t, std::less<>> here;
    for (const Diagnostic& found : check_file(it)) {
      EXPECT_LT(found.span.begin, found.span.end) << it.path;
      EXPECT_LE(found.span.end, it.bytes.size()) << it.path;
      ++here[std::string(found.rule)];
      if (found.rule < "HD204") {
        std::printf("  %s: %s\n", it.path.c_str(), found.message.c_str());
      }
    }
    for (const auto& [rule, count] : here) {
      counts[rule] += count;
      ++files[rule];
    }
  }
  std::printf("  findings  files  rule\n");
  for (const auto& [rule, count] : counts) {
    std::printf("  %8zu  %5zu  %s %s\n", count, files[rule], rule.c_str(),
                std::string(find_rule(rule)->name).c_str());
  }
  EXPECT_GT(counts.size(), 10U);
}

// Bytes of the corpus lost, doubled, exchanged: whatever comes out is read or
// refused. The seed is fixed, so that what fails once fails again.
std::string mutated(std::string text, std::minstd_rand& random) {
  const auto pick = [&](std::size_t size) { return random() % (size + 1); };
  for (std::size_t i = 0; i < 1 + pick(4) && !text.empty(); ++i) {
    const std::size_t at = pick(text.size() - 1);
    const std::size_t size = pick(20);
    constexpr std::string_view marks = "\n\t :-[]{}\"'&*!|>#$,\\\x80\xc3";
    switch (pick(3)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, text.substr(pick(text.size() - 1), size));
        break;
      case 2:
        text[at] = marks[pick(marks.size() - 1)];
        break;
      default:
        text.insert(at, 1, marks[pick(marks.size() - 1)]);
        break;
    }
  }
  return text;
}

TEST_F(ComposeCorpus, SurvivesMutation) {
  std::minstd_rand random(1);
  std::size_t readable = 0;
  constexpr std::size_t rounds = 40;
  for (const ComposeFile& it : compose_corpus()) {
    for (std::size_t i = 0; i < rounds; ++i) {
      const std::string text = mutated(it.bytes, random);
      try {
        const SettingsFile file = read_settings(SourceFile("f.yaml", text));
        for (const Diagnostic& found : check_settings(file, {})) {
          ASSERT_LT(found.span.begin, found.span.end) << text;
          ASSERT_LE(found.span.end, text.size()) << text;
        }
        ++readable;
      } catch (const BadInput&) {
      }
    }
  }
  std::printf("  %zu of %zu mutated files are read\n", readable,
              rounds * compose_corpus().size());
}

}  // namespace
}  // namespace harden
