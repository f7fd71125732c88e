#include <cstdio>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#include "cli/search/directory_context.h"
#include "dockerfile/document.h"
#include "findings/driver.h"
#include "inputs.h"
#include "knowledge/knowledge.h"
#include "sections.h"
#include "shell/shell_script.h"
#include "timing.h"

namespace harden::bench {
namespace {

std::size_t count_lines(const std::string& bytes) {
  std::size_t lines = 0;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    at = static_cast<const char*>(
        std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    if (at == nullptr) break;
    ++at;
    ++lines;
  }
  return lines;
}

// Seconds for one round over all files.
template <typename Work>
double round_time(const std::vector<std::string>& files, int rounds,
                  const Work& work) {
  return best_of(rounds, [&] {
    for (const std::string& file : files) work(file);
  });
}

// With the build context read from the disk, as the program does it.
double check_time(const Options& given) {
  struct File {
    std::string bytes;
    cli::DirectoryContext context;
  };
  std::deque<File> files;
  for (const auto& path : corpus_paths("dockerfile")) {
    files.push_back({read_file(path), {path.parent_path(), path}});
  }
  return best_of(5, [&] {
    for (const File& file : files) {
      Options options = given;
      options.context = &file.context;
      keep(check(SourceFile("f", file.bytes), options));
    }
  });
}

}  // namespace

void report_throughput() {
  std::vector<std::string> files;
  std::size_t bytes = 0;
  for (const auto& path : corpus_paths("dockerfile")) {
    files.push_back(read_file(path));
    bytes += files.back().size();
  }
  if (files.empty()) {
    std::printf("\nthroughput skipped: no copy of the corpus\n");
    return;
  }
  EvaluateOptions evaluate_options;
  evaluate_options.bases = &builtin_bases();
  Options options;
  options.evaluate = evaluate_options;

  const double reading = round_time(
      files, 200, [](const std::string& file) { keep(count_lines(file)); });
  const double parsing = round_time(files, 20, [](const std::string& file) {
    keep(parse(SourceFile("f", file)));
  });
  const double evaluating = round_time(files, 20, [&](const std::string& file) {
    const Document document = parse(SourceFile("f", file));
    keep(effective_user(document, evaluate(document, evaluate_options)));
  });
  const double hardening = round_time(files, 5, [&](const std::string& file) {
    keep(harden(SourceFile("f", file), options));
  });

  const double checking = check_time(options);

  const auto count = static_cast<double>(files.size());
  std::printf("\nthroughput, %zu files, %zu kB, one core, files a second\n",
              files.size(), bytes / 1000);
  const auto line = [&](const char* what, double time, const char* aim) {
    std::printf("  %-28s  %8.0f/s   1/%.0f of reading%s\n", what, count / time,
                time / reading, aim);
  };
  std::printf("  %-28s  %8.0f/s\n", "reading (memchr)", count / reading);
  line("parse", parsing, "");
  line("parse and evaluate", evaluating, "   aim > 5000/s");
  line("check, start scripts followed", checking, "   aim > 3000/s");
  line("harden, all passes", hardening, "");
}

void report_shell() {
  std::vector<std::string> scripts;
  std::size_t bytes = 0;
  for (const auto& path : corpus_paths("script")) {
    scripts.push_back(read_file(path));
    bytes += scripts.back().size();
  }
  if (scripts.empty()) return;
  const double time = round_time(scripts, 20, [](const std::string& script) {
    keep(shell::parse_script(script));
  });
  std::printf("\nshell, %zu scripts, %zu kB, one core\n", scripts.size(),
              bytes / 1000);
  std::printf("  %-28s  %8.0f/s   %.0f MB/s\n", "parse",
              static_cast<double>(scripts.size()) / time,
              static_cast<double>(bytes) / time / 1e6);
}

}  // namespace harden::bench
