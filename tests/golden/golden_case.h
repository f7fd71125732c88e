// How a case of tests/golden is run.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace harden::golden {

std::string slurp(const std::filesystem::path& path);
void spill(const std::filesystem::path& path, const std::string& bytes);

// HARDEN_UPDATE_GOLDEN is set: expectations are written anew.
bool updating();

// All folders tests/golden/AREA/CASE.
std::vector<std::filesystem::path> cases();

using Words = std::vector<std::string>;

// Of the file `flags`; `Dockerfile` without one.
Words arguments(const std::filesystem::path& folder);

struct Outcome {
  std::string output;
  std::string messages;
  int status = 0;
};

// Runs any program in a folder; the program under test by default.
Outcome run_program(const std::filesystem::path& folder, const Words& command);
Outcome run_harden(const std::filesystem::path& folder, const Words& arguments);

struct WrittenFile {
  std::string bytes;
  bool executable = false;
  bool operator==(const WrittenFile&) const = default;
};
// By the path in the case's folder.
using WrittenFiles = std::map<std::string, WrittenFile>;

// All regular files below a folder.
WrittenFiles files_below(const std::filesystem::path& folder);

// A copy of a case in which files may be written, gone afterwards.
class Copy {
 public:
  explicit Copy(const std::filesystem::path& folder);
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy();

  const std::filesystem::path& path() const { return path_; }
  // What is new or other than it was.
  WrittenFiles written() const;

 private:
  std::filesystem::path path_;
  WrittenFiles before_;
};

// Whether the arguments make harden write files.
bool writes_files(const Words& arguments);

}  // namespace harden::golden
