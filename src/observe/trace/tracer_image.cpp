#include "observe/trace/tracer_image.h"

#include <fmt/format.h>

#include "base/quote/json_string.h"
#include "knowledge/knowledge.h"

namespace harden::trace {
namespace {

// As JSON: images may have set another SHELL.
std::string install_command() {
  std::string script;
  for (const std::string_view line : script_section("strace")) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (line[begin] == '#') continue;
    if (!script.empty()) script += ' ';
    script += line.substr(begin);
  }
  return json_list(
      {"/bin/sh", "-c", script, "strace", std::string(tracer_folder)});
}

}  // namespace

std::string log_path(std::string_view name) {
  return fmt::format("{}/log/{}", tracer_folder, name);
}

std::string tracing_dockerfile(const std::string& image,
                               const std::string& tracer) {
  return fmt::format(
      "FROM {} AS harden-trace-tools\n"
      "USER 0\n"
      "RUN {}\n"
      "FROM {}\n"
      "COPY --from=harden-trace-tools {} {}\n",
      tracer, install_command(), image, tracer_folder, tracer_folder);
}

std::vector<std::string> traced(const std::vector<std::string>& argv,
                                const std::string& log, bool first) {
  const std::string folder(tracer_folder);
  std::vector<std::string> words = {
      folder + "/ld.so", "--library-path", folder + "/lib", folder + "/strace",
      // No arguments are decoded: only names are needed.
      "-f", "-qq", "-e", "raw=all", "-e", "signal=none", "-o", log};
  if (first) words.emplace_back("-D");
  words.emplace_back("--");
  words.insert(words.end(), argv.begin(), argv.end());
  return words;
}

}  // namespace harden::trace
