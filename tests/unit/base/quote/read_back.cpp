#include "quote/read_back.h"

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace harden::test {
namespace {

namespace fs = std::filesystem;

class ScratchFile {
 public:
  ScratchFile() : path_(fs::temp_directory_path() / "quote-XXXXXX") {
    close(mkstemp(path_.data()));
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile() { fs::remove(path_); }

  const std::string& path() const { return path_; }
  std::string read() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::string path_;
};

}  // namespace

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) ==
         0;
}

std::string output_of(const std::string& command, const std::string& input) {
  const ScratchFile in;
  const ScratchFile out;
  std::ofstream(in.path(), std::ios::binary) << input;
  const std::string line =
      "{ " + command + "\n} <" + in.path() + " >" + out.path();
  if (std::system(line.c_str()) != 0) throw std::runtime_error(line);
  return out.read();
}

}  // namespace harden::test
