#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "image/image_rules.h"
#include "image/start/start_program.h"
#include "image/sudo/sudo_use.h"

namespace harden::rule {

extern constexpr RuleInfo sudo_at_run_time = {
    .code = "HD121",
    .name = "sudo-at-run-time",
    .summary = "`sudo` is called when the container runs",
    .what = "ENTRYPOINT, CMD or HEALTHCHECK of the image calls `sudo`.",
    .why =
        "The image's user must then be allowed to become root without a "
        "password, and so may whoever breaks into the program. Under "
        "`no-new-privileges`, which Kubernetes asks for with "
        "`allowPrivilegeEscalation: false`, sudo does not start at all.",
    .remedy =
        "Do in a RUN what needs root. What root must do at each start belongs "
        "into a start script that steps down before it starts the program.",
    .before =
        "FROM debian:12\nUSER 1000:1000\n"
        "CMD [\"sudo\", \"nginx\", \"-g\", \"daemon off;\"]\n",
    .references = {"https://docs.kernel.org/userspace-api/no_new_privs.html"},
    .severity = Severity::warning,
};

namespace {

bool calls_sudo(const Instruction& instruction, const Command& command) {
  if (command.form == Command::Form::shell) {
    return !sudo_uses(shell_text(instruction, command)).empty();
  }
  std::vector<std::string> argv;
  for (const Word& word : command.argv) argv.push_back(word.value);
  return uses_sudo(std::move(argv));
}

const Command* started_command(const Instruction& instruction) {
  const auto* health = instruction.as<Healthcheck>();
  if (health != nullptr && health->command) return &*health->command;
  return instruction.as<Command>();
}

// Those that no later one replaces.
std::vector<std::size_t> commands_in_effect(const Revision& file) {
  const ImageState& state = file.stage().state();
  std::optional<std::size_t> health;
  std::vector<std::size_t> result;
  for (const std::size_t i : file.stage().chain()) {
    const Keyword keyword = file.document().instructions[i].keyword;
    if (keyword == Keyword::healthcheck) health = i;
    const auto starts = [&](const std::optional<Launch>& launch) {
      return launch && launch->instruction == i;
    };
    if (starts(state.entrypoint) || starts(state.cmd)) result.push_back(i);
  }
  if (health) result.push_back(*health);
  return result;
}

void look_at_script(const Revision& file, Findings& findings) {
  const StartProgram start = start_program(file.stage());
  const std::string_view text = start.file.text;
  if (!start.instruction || text.find("sudo") == text.npos) return;
  const auto uses = sudo_uses(text);
  if (uses.empty()) return;
  const auto before = text.substr(0, uses.front().word.begin);
  report(findings, sudo_at_run_time,
         file.document().instructions[*start.instruction].span,
         "the start script calls `sudo` in line " +
             std::to_string(std::ranges::count(before, '\n') + 1) +
             ": whoever may call it is root, and under `no-new-privileges` it "
             "does not start",
         "start as root and hand over with gosu or its like; root needs no "
         "`sudo`");
}

}  // namespace

void check_sudo_at_run_time(const Revision& file, Findings& findings) {
  // Who calls it in a script alone has it from the base.
  if (file.document().stages.empty() || !file.mentions_sudo()) return;
  for (const std::size_t i : commands_in_effect(file)) {
    const Instruction& it = file.document().instructions[i];
    const Command* command = started_command(it);
    if (command == nullptr || !calls_sudo(it, *command)) continue;
    report(findings, sudo_at_run_time, it.span,
           "`sudo` is called in the running container: whoever may call it is "
           "root, and under `no-new-privileges` it does not start",
           "do in a `RUN` what needs root, and leave `sudo` out here");
  }
  look_at_script(file, findings);
}

}  // namespace harden::rule
