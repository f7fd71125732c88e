// The image that is asked about: what all questions of this module share.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/program/built_program.h"
#include "image/revision.h"
#include "rewrite/rewrite_options.h"
#include "rewrite/scratch/copied_context.h"
#include "rewrite/scratch/image_config.h"
#include "rewrite/scratch/not_scratch.h"

namespace harden {

class ScratchSubject : public StageView {
 public:
  // Both have to outlive it.
  ScratchSubject(const Revision& file, const RewriteOptions& options);

  // What COPY and ADD bring from the build context into a stage's image.
  const CopiedContext& context_of(std::size_t stage);
  // The target, and the stages that COPY --from of its image names.
  std::vector<std::size_t> reached_stages() const;
  // The program whose build command is seen.
  ProgramTrace& trace() { return trace_; }

  // The user says that the files do not tell everything.
  bool is_vouched_for() const {
    return !options.artifact.empty() || !options.keep.empty();
  }

  NotScratch refuse(Span span, std::string message,
                    std::string help = {}) const;
  NotScratch refuse_at(std::size_t instruction, std::string message,
                       std::string help = {}) const;
  NotScratch refuse_stage(std::string message, std::string help = {}) const;

  const EffectiveUser& user;
  const RewriteOptions& options;
  const ImageConfig config;
  const StartProgram& start;
  const std::optional<StartScript>& script() const {
    return image_start_.script();
  }
  // What the sources of a stage tell of a tool's programs, with and without
  // their libraries, once asked.
  std::map<std::tuple<std::size_t, BuildTool, bool>, std::string>
      source_answers;

 private:
  const ImageStart& image_start_;
  ProgramTrace trace_;
  std::map<std::size_t, CopiedContext> contexts_;  // by stage
};

}  // namespace harden
