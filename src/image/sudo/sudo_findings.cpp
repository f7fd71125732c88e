#include "image/sudo/sudo_findings.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "dockerfile/model/run_script.h"
#include "image/files/stage_chain.h"
#include "image/start/start_program.h"
#include "image/sudo/sudo_rights.h"
#include "image/sudo/sudo_use.h"

namespace harden {
namespace {

constexpr std::size_t longest_file = std::size_t{1} << 16;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool calls_sudo(const Instruction& instruction, const Command& command) {
  if (command.form == Command::Form::shell) {
    return !sudo_uses(shell_text(instruction, command)).empty();
  }
  std::vector<std::string> argv;
  for (const Word& word : command.argv) argv.push_back(word.value);
  return uses_sudo(std::move(argv));
}

Diagnostic finding(RuleId rule, Span span, std::string message,
                   std::string help) {
  Diagnostic result;
  result.rule = rule;
  result.severity = Severity::warning;
  result.span = span;
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

class SudoChecker {
 public:
  SudoChecker(const Document& document, const Evaluation& evaluation,
              const BuildContext* context)
      : document_(document),
        evaluation_(evaluation),
        state_(evaluation.stages[evaluation.target]),
        chain_(stage_chain(document, evaluation, evaluation.target)),
        context_(context) {}

  std::vector<Diagnostic> run() {
    for (const std::size_t index : chain_) {
      const bool checks =
          document_.instructions[index].keyword == Keyword::healthcheck;
      if (checks) last_healthcheck_ = index;
    }
    for (const std::size_t index : chain_) {
      const Instruction& it = document_.instructions[index];
      if (it.keyword == Keyword::run) look_at_run(index, it);
      if (const auto* transfer = it.as<Transfer>()) look_at(it, *transfer);
      if (is_in_effect(index, it)) look_at_start(it);
    }
    look_at_script();
    return std::move(said_);
  }

 private:
  void look_at_script() {
    const StartProgram start =
        start_program(document_, evaluation_, evaluation_.target, context_);
    const std::string& text = start.file.text;
    if (!start.instruction || !contains(text, "sudo")) return;
    const auto uses = sudo_uses(text);
    if (uses.empty()) return;
    const auto line =
        std::count(text.begin(),
                   text.begin() + std::min<std::ptrdiff_t>(
                                      uses.front().word.begin,
                                      static_cast<std::ptrdiff_t>(text.size())),
                   '\n') +
        1;
    said_.push_back(finding(
        "HD121", document_.instructions[*start.instruction].span,
        "the start script calls `sudo` in line " + std::to_string(line) +
            ": whoever may call it is root, and under `no-new-privileges` it "
            "does not start",
        "start as root and hand over with gosu or its like; root needs no "
        "`sudo`"));
  }

  // Later ENTRYPOINT, CMD and HEALTHCHECK replace earlier ones.
  bool is_in_effect(std::size_t index, const Instruction& instruction) const {
    if (instruction.keyword == Keyword::healthcheck) {
      return index == last_healthcheck_;
    }
    const auto starts = [&](const std::optional<Launch>& launch) {
      return launch && launch->instruction == index;
    };
    return starts(state_.entrypoint) || starts(state_.cmd);
  }

  void look_at_start(const Instruction& instruction) {
    const auto* command = instruction.as<Command>();
    if (const auto* health = instruction.as<Healthcheck>()) {
      if (health->command) command = &*health->command;
    }
    if (command == nullptr || !calls_sudo(instruction, *command)) return;
    said_.push_back(finding(
        "HD121", instruction.span,
        "`sudo` is called in the running container: whoever may call it is "
        "root, and under `no-new-privileges` it does not start",
        "do in a `RUN` what needs root, and leave `sudo` out here"));
  }

  void look_at_run(std::size_t index, const Instruction& instruction) {
    const auto& script = model::run_script(evaluation_, index);
    std::vector<std::string> groups;
    const bool sudoers = contains(document_.text(instruction.lines), "sudoers");
    for (const model::SimpleCommand& it : script.commands) {
      if (sudoers && writes_nopasswd(it)) {
        nopasswd(instruction.span,
                 "an entry for `sudo` asks for no password (`NOPASSWD`)");
      }
      std::string group = given_sudo_group(it);
      if (group.empty() || std::count(groups.begin(), groups.end(), group)) {
        continue;
      }
      said_.push_back(
          finding("HD123", instruction.span,
                  "a user gets the group `" + group +
                      "`, whose members may become root with `sudo`",
                  "leave the group out; what needs root belongs into a `RUN` "
                  "before `USER`"));
      groups.push_back(std::move(group));
    }
  }

  // A file for /etc/sudoers.d; one that is at hand and asks for passwords is
  // nobody's way to root.
  void look_at(const Instruction& instruction, const Transfer& transfer) {
    if (!transfer.destination.value.starts_with("/etc/sudoers")) return;
    if (!instruction.heredocs.empty()) {
      for (const Heredoc& it : instruction.heredocs) {
        if (!contains(document_.text(it.body), "NOPASSWD")) continue;
        return nopasswd(instruction.span,
                        "an entry for `sudo` asks for no password "
                        "(`NOPASSWD`)");
      }
      return;
    }
    for (const Word& source : transfer.sources) {
      std::optional<std::string> text;
      if (context_ != nullptr && instruction.flag("from") == nullptr) {
        text = context_->read(source.value, longest_file);
      }
      if (text && !contains(*text, "NOPASSWD")) continue;
      nopasswd(instruction.span,
               "`" + source.value + "` becomes an entry for `sudo`" +
                   (text ? " that asks for no password (`NOPASSWD`)"
                         : ", which may ask for no password"));
    }
  }

  void nopasswd(Span span, const std::string& seen) {
    said_.push_back(finding(
        "HD122", span, seen + ": whoever breaks into that user is root",
        "leave the entry out; what needs root belongs into a `RUN` before "
        "`USER`"));
  }

  const Document& document_;
  const Evaluation& evaluation_;
  const ImageState& state_;
  const std::vector<std::size_t> chain_;
  const BuildContext* context_;
  std::size_t last_healthcheck_ = 0;
  std::vector<Diagnostic> said_;
};

}  // namespace

std::vector<Diagnostic> sudo_findings(const Document& document,
                                      const Evaluation& evaluation,
                                      const BuildContext* context) {
  if (document.stages.empty()) return {};
  if (!contains(document.source->bytes(), "sudo") &&
      !contains(document.source->bytes(), "wheel") &&
      !contains(document.source->bytes(), "admin")) {
    return {};
  }
  return SudoChecker(document, evaluation, context).run();
}

}  // namespace harden
