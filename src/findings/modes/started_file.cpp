#include "findings/modes/started_file.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "command/field.h"
#include "command/shell_commands.h"
#include "command/wrappers.h"
#include "image/start/root_programs.h"
#include "knowledge/lists/programs.h"
#include "knowledge/programs.h"

namespace harden::rule {
namespace {

using Argv = std::vector<Field>;

bool is_interpreter(std::string_view program) {
  const std::string_view name = base_name(program);
  return lists::interpreters.contains(name) || name.starts_with("python") ||
         may_be_shell(name);
}

// What stands behind the options of an interpreter. Options with a value of
// their own end the search: nothing is guessed.
std::optional<std::string> code_of(const Argv& argv, std::size_t at) {
  const std::string_view name = base_name(argv[at].value);
  for (std::size_t i = at + 1; i < argv.size(); ++i) {
    const std::string& word = argv[i].value;
    if (!argv[i].known) return std::nullopt;
    if (!word.starts_with('-')) {
      // A class of Java is no file.
      const bool is_file = name != "java" || argv[i - 1].value == "-jar";
      return is_file ? std::optional(word) : std::nullopt;
    }
    if (word == "-c" || word == "-m" || word == "-e" || word == "-cp" ||
        word == "-r" || word == "-classpath") {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

void add_started_file(const Argv& argv, const ImageState& image,
                      std::vector<std::string>& files) {
  const std::size_t at = behind_wrappers(argv);
  if (at >= argv.size() || !argv[at].known) return;
  const std::string& program = argv[at].value;
  std::optional<std::string> file;
  if (is_interpreter(program)) {
    file = code_of(argv, at);
  } else if (program.find('/') != std::string::npos) {
    file = program;
  }
  if (!file || file->find('$') != std::string::npos) return;
  const bool relative = !file->starts_with('/');
  if (relative && !image.workdir_unknown_because.empty()) return;
  files.push_back(absolute_path(image.workdir, *file));
}

Argv fields(const std::vector<std::string>& words) {
  Argv result;
  for (const std::string& it : words) result.push_back({it});
  return result;
}

void add_line(const std::string& line, const ImageState& image,
              std::vector<std::string>& files) {
  for (const SimpleCommand& it : shell_commands(line)) {
    Argv argv;
    for (const ShellWord& word : it.words) {
      argv.push_back({word.value, word.literal, false, word.span});
    }
    if (!argv.empty()) add_started_file(argv, image, files);
  }
}

}  // namespace

std::vector<std::string> started_files(const ImageState& image) {
  std::vector<std::string> files;
  const auto& entrypoint = image.entrypoint;
  const auto& cmd = image.cmd;
  if (entrypoint && !entrypoint->exec_form) {
    add_line(entrypoint->text, image, files);
    return files;
  }
  Argv argv = entrypoint ? fields(entrypoint->argv) : Argv();
  const std::size_t first = argv.size();
  if (cmd && cmd->exec_form) {
    for (auto& it : fields(cmd->argv)) argv.push_back(std::move(it));
  }
  if (!argv.empty()) add_started_file(argv, image, files);
  // A start script is given the program to start.
  if (first > 0 && first < argv.size()) {
    add_started_file(
        Argv(argv.begin() + static_cast<std::ptrdiff_t>(first), argv.end()),
        image, files);
  }
  if (!entrypoint && cmd && !cmd->exec_form) add_line(cmd->text, image, files);
  return files;
}

}  // namespace harden::rule
