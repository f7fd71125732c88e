// Applies the instructions of one stage to its image, one after another.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/accounts/account_files.h"
#include "dockerfile/accounts/copied_accounts.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/scope.h"

namespace harden {

// What all stages of a file share.
struct BuildContextOfFile {
  const Document& document;
  const EvaluateOptions& options;
  StageNames names;
  GlobalScope global;
  Evaluation& result;
  // Bytes that words have expanded to; what goes beyond the limit is not
  // known, so that repeated doubling of variables costs no memory.
  std::size_t expanded = 0;
  // By may_copy_from().
  std::size_t lines_looked_at = 0;
  ContextAccounts context = ContextAccounts(options.context);
  const BuilderTraits& builder =
      traits_of(options.builder.value_or(Builder::buildkit));
};

// What words of a stage see. Notes where builders do not agree.
class BuilderScope : public VariableSource {
 public:
  BuilderScope(BuildContextOfFile& file, const ImageState& state,
               const std::set<std::string, std::less<>>& inherited)
      : file_(file), state_(state), inherited_(inherited) {}
  Binding find(std::string_view name) const override;

 private:
  BuildContextOfFile& file_;
  const ImageState& state_;
  const std::set<std::string, std::less<>>& inherited_;
};

class StageBuilder {
 public:
  StageBuilder(BuildContextOfFile& file, std::size_t stage, ImageState& state)
      : file_(file), stage_(stage), state_(state) {
    for (const auto& [name, value] : state.args) inherited_.insert(name);
  }

  // `index` is where it stands in the document; for a fired trigger, that of
  // its ONBUILD.
  void apply(const Instruction& instruction, std::size_t index);

 private:
  void user(const Instruction& instruction, std::size_t index);
  void workdir(const Instruction& instruction);
  void env(const Assignments& assignments);
  void arg(const Assignments& assignments);
  void set_arg(const std::string& name, Variable value);
  void labels(const Assignments& assignments);
  void expose(const WordList& list);
  void volume(const WordList& list, std::size_t index);
  void launch(const Instruction& instruction, const Command& command,
              std::size_t index);
  void run(const Instruction& instruction, const Command& command,
           std::size_t index);
  void transfer(const Instruction& instruction, const Transfer& transfer,
                std::size_t index);
  AccountCopies copied_files(const Instruction& instruction,
                             const Transfer& transfer, std::size_t index);
  std::optional<std::string> written_by(const Heredoc& heredoc);
  bool may_copy_from(std::size_t later) const;
  void onbuild(const Onbuild& onbuild, std::size_t index);

  // The value, or why there is none; what the engine refuses is reported.
  Variable expand(const Word& word);

  BuildContextOfFile& file_;
  std::size_t stage_;
  ImageState& state_;
  bool cmd_set_ = false;  // in this stage
  // The ARGs of the stage that it is built on, which it does not set itself.
  std::set<std::string, std::less<>> inherited_;
};

// What the engine would refuse (HD001).
void report_error(BuildContextOfFile& file, Span span, std::string message,
                  std::string help = {});

// The word resolved with these variables; problems of the file are noted.
Variable expand_in(BuildContextOfFile& file, const Word& word,
                   const VariableSource& variables);

// A build argument, else the default, else the global ARG of that name.
void declare_global_args(BuildContextOfFile& file, const Assignments& args);

}  // namespace harden
