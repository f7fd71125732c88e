// Which ENTRYPOINT and CMD are in shell form, and how they read in exec form
// when nothing but PID 1 and its signals changes by it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "harden/build_context.h"
#include "harden/diagnostic.h"
#include "harden/document.h"
#include "harden/image_state.h"

namespace harden {

struct ExecForm {
  std::size_t instruction = 0;
  std::vector<std::string> argv;  // empty: the shell form stays
  bool by_shell = false;          // `argv` starts a shell, which makes way
  std::string kept_because;
  std::string help;  // what the user can do about one that stays
};

// Those of the target stage that are in effect; none for one whose shell makes
// way already (`exec`), and none for the shells of Windows.
std::vector<ExecForm> exec_forms(const Document& document,
                                 const Evaluation& evaluation,
                                 const BuildContext* context);

// HD130, without a fix.
Diagnostic shell_form_finding(const Document& document, const ExecForm& form);
std::vector<Diagnostic> shell_form_findings(const Document& document,
                                            const Evaluation& evaluation,
                                            const BuildContext* context);

}  // namespace harden
