#include "image/start/exec_form.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text/utf8.h"
#include "image/files/copied_file.h"
#include "image/start/start_text.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// MAX_ARG_STRLEN of Linux: nothing longer can be started.
constexpr std::size_t longest_argument = std::size_t{1} << 17;
constexpr std::size_t longest_script = std::size_t{1} << 20;

// Whether what starts first only starts its arguments: tini, or the start
// script of an image that is known to end in `exec "$@"`.
bool starts_arguments(const ImageState& state) {
  const auto& argv = state.entrypoint->argv;
  const bool of_base = !state.entrypoint->instruction;
  if (of_base && state.base && state.base->starts_arguments) return true;
  const ShippedScript* script = find_start_script(argv.front());
  if (script != nullptr) return argv.size() == 1 && script->starts_arguments;
  const CommandFacts* command = find_command(argv.front());
  return command != nullptr && command->use == CommandFacts::Use::wrapper &&
         std::all_of(argv.begin() + 1, argv.end(),
                     [](const std::string& it) { return it.starts_with('-'); });
}

// A reason to leave it alone, and the way out.
struct ExecFormObstacle {
  std::string because;
  std::string help;
};

ExecFormObstacle other_arguments(std::string because) {
  return {std::move(because),
          "let its last command begin with `exec`: then the shell makes way"};
}

// Why CMD as a list would reach the program in another way.
ExecFormObstacle why_cmd_stays(const ImageState& state) {
  if (!state.entrypoint) {
    if (state.base || state.base_reference == "scratch") return {};
    return other_arguments(
        "nobody knows whether the base brings an `ENTRYPOINT`, which would get "
        "other arguments");
  }
  const Launch& entrypoint = *state.entrypoint;
  if (!entrypoint.exec_form) {
    return {"an `ENTRYPOINT` in shell form ignores it",
            "leave it out, or write `ENTRYPOINT` as a list of strings"};
  }
  if (entrypoint.argv.empty() || starts_arguments(state)) return {};
  return other_arguments(std::string(entrypoint.instruction
                                         ? "`ENTRYPOINT`"
                                         : "the base's `ENTRYPOINT`") +
                         ", `" + entrypoint.argv.front() +
                         "`, would get other arguments than those of a shell");
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Char next = decode_utf8(text, at);
    if (!next.valid) return false;
    at += next.size;
  }
  return true;
}

class ExecFormPlanner {
 public:
  explicit ExecFormPlanner(const StageView& stage)
      : stage_(stage), state_(stage.state()) {}

  std::vector<ExecForm> run() {
    for (const auto* launch : {&state_.entrypoint, &state_.cmd}) {
      if (!*launch || (*launch)->exec_form || !(*launch)->instruction) continue;
      const std::size_t index = *(*launch)->instruction;
      const Stage& stage = stage_.lines();
      if (index < stage.begin || index >= stage.end) continue;
      if (auto form = plan(index)) forms_.push_back(std::move(*form));
    }
    return std::move(forms_);
  }

 private:
  std::optional<ExecForm> plan(std::size_t index) {
    const Instruction& instruction = stage_.instruction(index);
    const auto* command = instruction.as<Command>();
    if (command == nullptr) return std::nullopt;
    const StartShell shell = start_shell(stage_, index);
    if (!shell.readable) return std::nullopt;
    const std::string_view text = shell_text(instruction, *command);
    // Meant as a list; what the shell makes of it is another matter.
    if (text.starts_with('[')) return std::nullopt;
    if (text.size() >= longest_argument) return std::nullopt;
    const StartLine line = read_start_line(text);
    ExecForm form;
    form.instruction = index;
    ExecFormObstacle obstacle = why_it_stays(instruction, *command, line);
    if (!obstacle.because.empty()) {
      if (line.has_exec) return std::nullopt;
      form.kept_because = std::move(obstacle.because);
      form.help = std::move(obstacle.help);
      return form;
    }
    fill(form, line, shell);
    if (form.stays()) return std::nullopt;
    return form;
  }

  void fill(ExecForm& form, const StartLine& line, const StartShell& shell) {
    const bool needs_shell =
        shell.reads_profiles || line.words.empty() || is_read_by_shell(line);
    if (!needs_shell) {
      form.words = line.words;
    } else if (line.exec_at) {
      form.shell = shell.argv;
      form.exec_at = *line.exec_at;
    }
  }

  ExecFormObstacle why_it_stays(const Instruction& instruction,
                                const Command& command,
                                const StartLine& line) const {
    const std::string list = "write it as a list of strings: the exec form";
    if (state_.base && !state_.base->has_shell) {
      return {"the base has no shell, so it may not start at all", list};
    }
    if (!line.kept_because.empty()) {
      return {line.kept_because, line.help};
    }
    if (has_word_over_lines(instruction, command, line)) {
      return {"one of its words is spread over lines", list};
    }
    if (!is_utf8(instruction.arguments.text)) {
      return {"a list of strings has to be UTF-8", {}};
    }
    if (instruction.keyword == Keyword::cmd) return why_cmd_stays(state_);
    const bool becomes_list = !line.words.empty();
    if (!becomes_list || !state_.cmd) return {};
    return other_arguments("`CMD` would become its arguments");
  }

  // Comments may stand in between.
  static bool has_word_over_lines(const Instruction& instruction,
                                  const Command& command,
                                  const StartLine& line) {
    const std::uint32_t begin = command.text_begin;
    return std::ranges::any_of(line.words, [&](const PlainWord& it) {
      const Span source = instruction.arguments.to_source(begin + it.span.begin,
                                                          begin + it.span.end);
      return source.size() != it.span.size();
    });
  }

  // The kernel starts no script without `#!`; shells do.
  bool is_read_by_shell(const StartLine& line) const {
    CopiedFiles files(stage_);
    const CopiedFile file = files.find(line.words.front().value);
    if (stage_.context == nullptr || file.context_path.empty())
      return file.is_script;
    // What is too large to be read is not a script.
    const auto text = stage_.context->read(file.context_path, longest_script);
    return text && !text->starts_with("#!") &&
           !text->starts_with(
               "\x7f"
               "ELF");
  }

  const StageView stage_;
  const ImageState& state_;
  std::vector<ExecForm> forms_;
};

}  // namespace

std::vector<ExecForm> exec_forms(const StageView& stage) {
  if (stage.document.stages.empty()) return {};
  return ExecFormPlanner(stage).run();
}

}  // namespace harden
