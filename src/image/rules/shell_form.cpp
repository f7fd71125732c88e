#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo shell_form = {
    .code = "HD130",
    .name = "shell-form",
    .summary = "The program starts below a shell",
    .what =
        "The ENTRYPOINT or CMD of the image is written in shell form, and no "
        "`exec` lets the shell make way for the program.",
    .why =
        "The engine starts `/bin/sh -c` with the line. Where the shell stays, "
        "it is PID 1 and passes no signals on: the program does not hear of "
        "`docker stop`, and is killed ten seconds later, with its work undone.",
    .remedy =
        "harden writes one program with plain words in exec form, and puts "
        "`exec` in front of the last command of any other line, with the shell "
        "named as before. The shell form stays, with the reason, where "
        "something else would change: an ENTRYPOINT that would get other "
        "arguments, a CMD that would become arguments, a shell that has work "
        "left (`trap`, pipes, background commands). HEALTHCHECK is left "
        "alone.",
    .before = "FROM python:3.12\nUSER 10001:10001\nCMD python app.py\n",
    .after =
        "FROM python:3.12\nUSER 10001:10001\nCMD [\"python\", \"app.py\"]\n",
    .references =
        {"https://docs.docker.com/reference/dockerfile/#shell-and-exec-form",
         "https://docs.docker.com/reference/build-checks/"
         "json-args-recommended/"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
};

Diagnostic shell_form_finding(const Document& document, const ExecForm& form) {
  const Instruction& instruction = document.instructions[form.instruction];
  const std::string keyword(to_string(instruction.keyword));
  if (!form.stays()) {
    return finding(shell_form, instruction.span,
                   "`" + keyword +
                       "` is in shell form, so that a shell may be PID 1 and "
                       "keep `SIGTERM` from the program, which is then killed");
  }
  return finding(shell_form, instruction.span,
                 "`" + keyword +
                     "` stays in shell form, where a shell may keep `SIGTERM` "
                     "from the program: " +
                     form.kept_because,
                 form.help);
}

void check_shell_form(const Revision& file, Findings& findings) {
  for (const ExecForm& it : exec_forms(file.stage())) {
    findings.push_back(shell_form_finding(file.document(), it));
    if (it.stays()) continue;
    findings.back().help = it.words.empty()
                               ? "let its last command begin with `exec`"
                               : "write it as a list of strings: the exec form";
  }
}

}  // namespace harden::rule
