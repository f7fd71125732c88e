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

// By name.
std::vector<std::filesystem::path> folders_in(
    const std::filesystem::path& folder);

using Words = std::vector<std::string>;

// Of the file `flags`; `Dockerfile` without one.
Words arguments(const std::filesystem::path& folder);

struct Outcome {
  std::string output;
  std::string messages;
  int status = 0;
};

// Runs any program in a folder.
Outcome run_program(const std::filesystem::path& folder, const Words& command);

// The program under test, in a child of this process: under sanitizers a
// program of its own takes several times as long to begin.
Outcome run_harden(const std::filesystem::path& folder, const Words& arguments);

// The same for an answer that the test only needs: nobody looks for leaks.
Outcome ask_harden(const std::filesystem::path& folder, const Words& arguments);

struct WrittenFile {
  std::string bytes;
  bool executable = false;
  bool operator==(const WrittenFile&) const = default;
};
// By the path in the case's folder.
using WrittenFiles = std::map<std::string, WrittenFile>;

// All regular files below a folder.
WrittenFiles files_below(const std::filesystem::path& folder);

// An empty folder, gone with what lies in it.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A copy of a case in which files may be written.
class Copy {
 public:
  explicit Copy(const std::filesystem::path& folder);

  const std::filesystem::path& path() const { return scratch_.path(); }
  // What is new or other than it was.
  WrittenFiles written() const;

 private:
  Scratch scratch_;
  WrittenFiles before_;
};

// Whether the arguments make harden write files.
bool writes_files(const Words& arguments);

}  // namespace harden::golden
