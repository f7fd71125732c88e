// The script of a RUN that can be edited: all of it stands in the file as the
// shell gets it, continuations aside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "findings/subject.h"
#include "shell/shell_script.h"

namespace harden::rule {

class RunText {
 public:
  // nullopt for exec forms, several heredocs, and heredocs whose tabs are
  // taken out.
  static std::optional<RunText> of(const Subject& subject,
                                   std::size_t instruction);

  std::string_view text() const { return text_; }

  // Whether the command runs whenever those in front of it succeed: it stands
  // in no `if`, pipe, `||` or loop.
  bool always_runs(Span command) const;

  // Adds commands that run when all others have, and whose failure is the
  // RUN's; nullopt where the end may not be reached.
  std::optional<Edit> append(const std::vector<std::string>& commands) const;

  // Takes a command away together with the `&&` or `;` behind it; nullopt
  // where it is not followed by one.
  std::optional<Edit> remove(Span command) const;

 private:
  RunText(const Subject& subject, std::size_t instruction, std::string text,
          bool is_heredoc);

  bool may_end_early() const;
  bool stops_at_failure() const;
  bool operators_lead() const;
  std::string separator(const shell::AndOr& last) const;
  std::string leading_indent() const;
  std::string indent_of(Span command) const;

  const Subject* subject_;
  std::size_t instruction_;
  std::string text_;
  bool is_heredoc_;
  shell::Script script_;
};

}  // namespace harden::rule
