// tests/golden/AREA/CASE/: what the program says and writes, byte for byte.
//
//   Dockerfile           the input (absent when `flags` names others)
//   flags                arguments, one a line; default: `Dockerfile`
//   expected.Dockerfile  standard output (absent when nothing is printed)
//   expected.txt         standard error and the exit status
//   expected.facts       what of it are no words, see facts.h
//   expected.files/…     the files that are written or changed, with their run
//                        bit, but for a bundle's manifest; such a case runs in
//                        a copy of its folder
//   context/…, others    whatever the flags name
//
// Besides, the invariants of any input hold for its Dockerfiles, the scripts
// that are written are sound, and harden's own check finds nothing in them.
// With HARDEN_UPDATE_GOLDEN=1 the expectations are written anew instead; read
// the diff.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "bundle_manifest.h"
#include "expectations.h"
#include "facts.h"
#include "golden_case.h"
#include "invariants.h"
#include "named_test.h"
#include "own_check.h"
#include "written_scripts.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

std::string messages(const Outcome& outcome) {
  return outcome.messages + "exit status " + std::to_string(outcome.status) +
         "\n";
}

void check_expectations(const fs::path& folder, const Words& words) {
  std::optional<Copy> copy;
  if (writes_files(words)) copy.emplace(folder);
  const Outcome outcome = run_harden(copy ? copy->path() : folder, words);
  WrittenFiles written = copy ? copy->written() : WrittenFiles{};
  if (copy) check_manifests(copy->path(), written);
  compare(folder / "expected.facts", facts(folder, words, outcome, written));
  compare(folder / "expected.Dockerfile", outcome.output, true);
  compare(folder / "expected.txt", messages(outcome));
  if (!copy) return;
  compare_files(folder / "expected.files", written);
  if (updating()) return;
  check_own_lines(*copy, folder);
  check_written_scripts(*copy, words, outcome);
}

void check_invariants(const fs::path& file) {
  const std::string name = file.filename();
  if (!fs::is_regular_file(file) ||
      name.find("Dockerfile") == std::string::npos ||
      name.ends_with("ignore")) {
    return;
  }
  EXPECT_NO_THROW(test::check_all(slurp(file))) << file;
}

void check_case(const fs::path& folder) {
  const Words words = arguments(folder);
  check_expectations(folder, words);
  if (updating()) return;
  for (const auto& it : fs::directory_iterator(folder)) check_invariants(it);
}

// What harden makes of a sample is what lies beside it.
void check_sample(const fs::path& folder) {
  compare(folder / "expected.Dockerfile",
          run_harden(folder, arguments(folder)).output);
  if (updating()) return;
  for (const auto& it : fs::recursive_directory_iterator(folder)) {
    check_invariants(it);
  }
}

NamedTests tests_of(const std::vector<fs::path>& folders,
                    void (*check)(const fs::path&)) {
  NamedTests result;
  for (const fs::path& it : folders) {
    const std::string area = it.parent_path().filename();
    const std::string name = area + '/' + it.filename().string();
    result.push_back({name, [it, check] { check(it); }});
  }
  return result;
}

}  // namespace

NamedTests case_tests() {
  NamedTests result;
  for (const fs::path& area : folders_in(HARDEN_GOLDEN)) {
    const NamedTests more = tests_of(folders_in(area), check_case);
    result.insert(result.end(), more.begin(), more.end());
  }
  return result;
}

NamedTests sample_tests() {
  return tests_of(folders_in(HARDEN_SAMPLES), check_sample);
}

}  // namespace harden::golden
