// `harden check` of many files in one process.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "inputs.h"
#include "process.h"
#include "sections.h"
#include "timing.h"

namespace harden::bench {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr std::size_t many = 20'000;
constexpr std::size_t few = 2'000;

class TemporaryTree {
 public:
  TemporaryTree() {
    path_ = (fs::temp_directory_path() / "harden-bench-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) {
      throw std::runtime_error("cannot create " + path_);
    }
  }
  ~TemporaryTree() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryTree(const TemporaryTree&) = delete;
  TemporaryTree& operator=(const TemporaryTree&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The files of the corpus over and over, a hundred in a folder.
void fill(const std::string& folder, std::size_t count,
          const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::string place = folder + "/" + std::to_string(i / 100);
    if (i % 100 == 0) fs::create_directories(place);
    std::ofstream(place + "/Dockerfile." + std::to_string(i), std::ios::binary)
        << texts[i % texts.size()];
  }
}

Words with_paths(Words words, const std::vector<fs::path>& paths) {
  for (const auto& it : paths) words.push_back(it.string());
  return words;
}

double seconds(const Words& words, int runs = 5) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) times.push_back(run_process(words).seconds);
  return *std::min_element(times.begin(), times.end());
}

void report_corpus(const Programs& programs,
                   const std::vector<fs::path>& paths) {
  const double one =
      seconds(with_paths({programs.harden, "check", "-j1"}, paths));
  const double two =
      seconds(with_paths({programs.harden, "check", "-j2"}, paths));
  const double reading = seconds(with_paths({"/bin/cat"}, paths));
  std::printf("\nthe corpus in one process, %zu files\n", paths.size());
  std::printf("  reading (cat)                 %8.3f s\n", reading);
  std::printf("  harden check -j1              %8.3f s   %4.1f x\n", one,
              one / reading);
  std::printf(
      "  harden check -j2              %8.3f s   %4.1f x   aim < 0.15 s\n", two,
      two / reading);
  for (const Peer& it : programs.peers) {
    const Words words = with_paths(it.words, paths);
    const bool crashes = run_process(words).status != 0;
    const double time = seconds(words, 2);
    std::printf("  %-28s  %8.3f s   %4.1f x of harden -j2%s\n", it.name.c_str(),
                time, time / two, crashes ? " (it crashes on some)" : "");
  }
  if (programs.peers.empty()) {
    std::printf("  peers skipped: no npm, or they could not be installed\n");
  }
}

}  // namespace

void report_check_tree(const Programs& programs) {
  const auto paths = corpus_paths("dockerfile");
  if (paths.empty()) {
    std::printf("\nmany files skipped: no copy of the corpus\n");
    return;
  }
  report_corpus(programs, paths);
  std::vector<std::string> texts;
  for (const auto& it : paths) texts.push_back(read_file(it));
  const TemporaryTree large;
  const TemporaryTree small;
  fill(large.path(), many, texts);
  fill(small.path(), few, texts);
  const Words one = {programs.harden, "check", "-j1", large.path()};
  const Words two = {programs.harden, "check", "-j2", large.path()};
  // In turns, so that a slow moment of the machine hits both.
  std::vector<double> ones;
  std::vector<double> twos;
  for (int i = 0; i < 3; ++i) {
    ones.push_back(run_process(one).seconds);
    twos.push_back(run_process(two).seconds);
  }
  const double of_one = *std::min_element(ones.begin(), ones.end());
  const double of_two = *std::min_element(twos.begin(), twos.end());
  std::printf("\na folder of %zu Dockerfiles\n", many);
  std::printf("  one thread                    %8.0f/s\n", many / of_one);
  std::printf("  two threads                   %8.0f/s   %4.2f x   aim > 1.6\n",
              many / of_two, of_one / of_two);
  const auto peak = [&](const std::string& folder) {
    return run_process({programs.harden, "check", "-j2", folder})
               .peak_kilobytes /
           1024.0;
  };
  const double of_few = peak(small.path());
  const double of_many = peak(large.path());
  std::printf(
      "  peak memory                   %8.1f MB   %4.2f x of %zu files\n",
      of_many, of_many / of_few, few);
}

}  // namespace harden::bench
