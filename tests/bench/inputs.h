// What is measured: the corpus, and files of a given size made on the spot.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace harden::bench {

// The files of a kind ("dockerfile", "script") of `./dev corpus`; empty when
// there is no copy.
std::vector<std::filesystem::path> corpus_paths(std::string_view kind);

std::string read_file(const std::filesystem::path& path);

std::string many_lines(std::size_t lines);
std::string long_heredoc(std::size_t bytes);
std::string many_continuations(std::size_t lines);
// Lint rules have several findings about each of the RUN lines, and one about
// each command of the line.
std::string many_runs(std::size_t lines);
std::string long_line(std::size_t commands);
// `opener` over and over in one argument of ENV, never closed.
std::string unclosed(const std::string& opener, std::size_t bytes);

// A file that is removed again.
class TemporaryFile {
 public:
  // Holds `content` so many times. Large ones are written so: what this process
  // holds counts as the peak of its children.
  explicit TemporaryFile(const std::string& content, std::size_t times = 1);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace harden::bench
