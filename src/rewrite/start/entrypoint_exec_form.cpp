// Lets the program be PID 1.
//
// In shell form a shell is PID 1, and few shells pass signals on: `docker stop`
// waits ten seconds and kills. Exec form changes what the engine records, so it
// is written only where the program gets the same words: analysis/exec_form.cpp
// decides. A line that needs the shell keeps it, and the shell makes way for
// the program with `exec`.
#include "rewrite/start/entrypoint_exec_form.h"

#include <string>
#include <utility>

#include "image/image_rules.h"
#include "image/start/exec_form.h"
#include "rewrite/start/list_edits.h"

namespace harden {
namespace {

Fix fix_of(const Document& document, const ExecForm& form) {
  const Instruction& instruction = document.instructions[form.instruction];
  Fix fix;
  fix.title = form.words.empty() ? "the shell makes way with `exec`"
                                 : "written in exec form";
  fix.safety = Safety::changes_behaviour;
  fix.edits = list_edits(instruction, *instruction.as<Command>(), form);
  return fix;
}

}  // namespace

std::vector<Diagnostic> run_entrypoint_exec_form(const PassInput& input) {
  std::vector<Diagnostic> said;
  const auto forms = exec_forms(input.file.stage());
  for (const ExecForm& form : forms) {
    Diagnostic finding = rule::shell_form_finding(input.file.document(), form);
    if (!form.stays()) finding.fix = fix_of(input.file.document(), form);
    said.push_back(std::move(finding));
  }
  input.drop_excused_fixes(said);
  return said;
}

}  // namespace harden
