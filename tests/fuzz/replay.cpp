// replay TARGET FILE-OR-FOLDER…: the fuzzers' checks on given inputs, without
// the fuzzers. ctest runs it on the seeds and on what fuzzing has found
// so far.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "follow_invariants.h"
#include "glob_invariants.h"
#include "invariants.h"
#include "reader_invariants.h"
#include "script_invariants.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

using Check = void (*)(const std::string&);

void check_dockerfile(const std::string& bytes) {
  harden::test::check_all(bytes);
}

struct Target {
  std::string_view name;
  Check check;
};

constexpr Target targets[] = {
    {"parse", check_dockerfile},
    {"shell", harden::test::check_script},
    {"glob", harden::test::check_glob},
    {"scripts", harden::test::check_start_script},
    {"json", harden::test::check_json},
    {"settings", harden::test::check_settings_file},
    {"strace", harden::test::check_log},
};

// Null for a word that is none of them.
Check check_named(std::string_view name) {
  for (const Target& it : targets) {
    if (it.name == name) return it.check;
  }
  return nullptr;
}

bool holds(Check check, const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  try {
    check(bytes);
    return true;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), error.what());
    return false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Check check = argc > 1 ? check_named(argv[1]) : nullptr;
  if (check == nullptr) return 2;
  std::size_t count = 0;
  std::size_t failed = 0;
  for (int i = 2; i < argc; ++i) {
    for (const fs::path& path : files_below(argv[i])) {
      ++count;
      if (!holds(check, path)) ++failed;
    }
  }
  std::printf("%zu inputs, %zu failed\n", count, failed);
  return count == 0 || failed != 0 ? 1 : 0;
}
