#include "inputs.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace harden::bench {
namespace {

namespace fs = std::filesystem;

fs::path corpus_folder() {
  if (const char* folder = std::getenv("HARDEN_CORPUS")) return folder;
  if (const char* cache = std::getenv("XDG_CACHE_HOME")) {
    return fs::path(cache) / "harden/corpus";
  }
  const char* home = std::getenv("HOME");
  return fs::path(home ? home : "/") / ".cache/harden/corpus";
}

}  // namespace

// index.tsv: id, repo, commit, kind, path, …
std::vector<fs::path> corpus_paths(std::string_view kind) {
  std::vector<fs::path> paths;
  std::ifstream index(corpus_folder() / "index.tsv");
  for (std::string line; std::getline(index, line);) {
    std::array<std::string, 5> fields;
    std::size_t begin = 0;
    for (std::string& field : fields) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      field = line.substr(begin, end - begin);
      begin = std::min(end + 1, line.size());
    }
    if (fields[3] != kind) continue;
    std::string& repository = fields[1];
    repository.replace(repository.find('/'), 1, "__");
    paths.push_back(corpus_folder() / "dockerfiles" / repository / fields[4]);
  }
  return paths;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string many_lines(std::size_t lines) {
  static constexpr std::array<std::string_view, 10> block = {
      "# install what the service needs\n",
      "RUN apt-get update \\\n",
      " && apt-get install -y --no-install-recommends curl \\\n",
      " && rm -rf /var/lib/apt/lists/*\n",
      "ENV APP_HOME=/srv/app APP_MODE=\"production\"\n",
      "ARG VERSION=1.2.3\n",
      "COPY --chown=1000:1000 src/ ${APP_HOME}/src/\n",
      "WORKDIR $APP_HOME\n",
      "\n",
      "LABEL org.example.version=\"${VERSION}\"\n",
  };
  std::string text = "FROM debian:bookworm\n";
  for (std::size_t i = 1; i < lines; ++i) text += block[(i - 1) % block.size()];
  return text;
}

std::string long_heredoc(std::size_t bytes) {
  std::string text = "FROM debian:bookworm\nRUN <<EOF\n";
  while (text.size() < bytes) text += "echo a line of the script $HOME\n";
  return text + "EOF\nCMD [\"true\"]\n";
}

std::string many_continuations(std::size_t lines) {
  std::string text = "FROM debian:bookworm\nRUN true \\\n";
  for (std::size_t i = 0; i < lines; ++i) text += " && true \\\n";
  return text + " && true\n";
}

std::string many_runs(std::size_t lines) {
  std::string text = "FROM debian:bookworm\n";
  for (std::size_t i = 0; i < lines; ++i) {
    text += "RUN apt-get update && apt-get install -y curl && curl -k x | sh\n";
  }
  return text;
}

std::string long_line(std::size_t commands) {
  std::string text = "FROM debian:bookworm\nRUN true";
  for (std::size_t i = 0; i < commands; ++i) text += "; curl -k https://x";
  return text + "\n";
}

std::string unclosed(const std::string& opener, std::size_t bytes) {
  std::string text = "FROM debian:bookworm\nENV A=";
  while (text.size() < bytes) text += opener;
  return text + "\n";
}

TemporaryFile::TemporaryFile(const std::string& content, std::size_t times) {
  path_ = (fs::temp_directory_path() / "harden-bench-XXXXXX").string();
  const int descriptor = mkstemp(path_.data());
  if (descriptor < 0) throw std::runtime_error("cannot create " + path_);
  close(descriptor);
  std::ofstream file(path_, std::ios::binary);
  for (std::size_t i = 0; i < times; ++i) file << content;
}

TemporaryFile::~TemporaryFile() { unlink(path_.c_str()); }

}  // namespace harden::bench
