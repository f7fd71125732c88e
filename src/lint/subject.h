// What every lint rule looks at, worked out once.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harden/lint.h"
#include "lint/called_command.h"
#include "lint/calls.h"
#include "model/run_script.h"

namespace harden::lint_rules {

// A command of a RUN. Spans of its words index into the text that the shell
// gets; `Subject::place` says where that stands in the file.
struct RunCommand {
  std::size_t instruction;
  const model::SimpleCommand* command;
};

class Subject {
 public:
  explicit Subject(const LintInput& input);

  const Document& document;
  const Evaluation& evaluation;
  const EffectiveUser& user;
  const Options& options;
  // At the end of the stage that becomes the image; null in a file without
  // stages.
  const ImageState* image = nullptr;

  // The instructions whose traces are in the final image, as they run.
  const std::vector<std::size_t>& image_instructions() const { return chain_; }
  // Of the stage that becomes the image, or of one that it is built on.
  bool in_image(std::size_t instruction) const;
  // The stage of an instruction; none for one before the first FROM.
  const Stage* stage_of(std::size_t instruction) const;
  // The image below that stage and what is known of it; null before any FROM.
  const ImageState* state_of(std::size_t instruction) const;

  // The commands of all RUN lines in the order of the file.
  const std::vector<RunCommand>& run_commands() const { return commands_; }
  // The programs that they call, in the same order.
  const std::vector<CalledCommand>& called() const { return called_; }
  std::span<const CalledCommand> called_by(std::size_t instruction) const;
  // The same with what they start in turn.
  const Calls& calls() const { return *calls_; }
  // The source range of a stretch of the text that a RUN's shell gets. The
  // whole instruction where that cannot be told: exec forms, heredocs whose
  // tabs are taken out, several heredocs.
  Span place(std::size_t instruction, Span in_script) const;
  Span place(const CalledCommand& call) const;
  // Whether place() gives the very bytes of the stretch: an edit there changes
  // it and nothing else.
  bool is_in_one_piece(std::size_t instruction, Span in_script) const;

 private:
  std::vector<std::size_t> chain_;
  std::vector<char> in_image_;
  std::vector<RunCommand> commands_;
  std::vector<CalledCommand> called_;
  std::optional<Calls> calls_;
};

// A finding without a fix; the severity is the rule's own.
Diagnostic finding(RuleId rule, Span span, std::string message,
                   std::string help);

// "apt-get" of `/usr/bin/apt-get`; empty when the file does not tell it.
std::string_view program_of(const model::SimpleCommand& command);

}  // namespace harden::lint_rules
