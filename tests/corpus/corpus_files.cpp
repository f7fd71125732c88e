#include "corpus_files.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace harden::test {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

fs::path corpus_folder() {
  if (const char* folder = std::getenv("HARDEN_CORPUS")) return folder;
  fs::path cache;
  if (const char* xdg = std::getenv("XDG_CACHE_HOME")) {
    cache = xdg;
  } else if (const char* home = std::getenv("HOME")) {
    cache = fs::path(home) / ".cache";
  }
  return cache / "harden/corpus";
}

std::vector<CorpusFile> corpus_files(std::string_view kind) {
  std::vector<CorpusFile> result;
  std::istringstream list(slurp(HARDEN_CORPUS_LIST));
  for (std::string line; std::getline(list, line);) {
    std::istringstream fields(line);
    std::string repo, its_kind, path;
    std::getline(fields, repo, '\t');
    std::getline(fields, its_kind, '\t');
    std::getline(fields, path, '\t');
    if (its_kind != kind) continue;
    repo.replace(repo.find('/'), 1, "__");
    const fs::path root = corpus_folder() / "dockerfiles" / repo;
    const fs::path file = root / path;
    if (fs::exists(file)) result.push_back({file, root, slurp(file)});
  }
  return result;
}

}  // namespace harden::test
