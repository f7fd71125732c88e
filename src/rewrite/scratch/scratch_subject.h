// The image that is asked about: what all questions of this module share.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/files/build_context.h"
#include "base/source/source_file.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/program/built_program.h"
#include "image/revision.h"
#include "image/stage_view.h"
#include "rewrite/rewrite_options.h"

namespace harden {

// Why an image is not made from scratch.
struct NotScratch {
  // Something in the file builds a static program: the user will ask why it
  // was not enough. Otherwise there is nothing to be said about it.
  bool was_near = false;
  Span span;
  std::string message;  // the reason
  std::string help;     // the next step
};

// nullopt: nothing speaks against it.
using Objection = std::optional<NotScratch>;

// The instructions that make the configuration of an image, as another stage
// would have to repeat them.
struct ImageConfig {
  // ENV, LABEL, WORKDIR, EXPOSE, VOLUME, STOPSIGNAL, and the ARGs that these
  // use, in their order.
  std::vector<std::size_t> settings;
  // Those in effect.
  std::optional<std::size_t> user;
  std::optional<std::size_t> healthcheck;
  std::optional<std::size_t> entrypoint;
  std::optional<std::size_t> cmd;
};

// The names in `$NAME` and `${NAME…}`, whatever the quotes: more does no harm.
using VariableNames = std::set<std::string, std::less<>>;
VariableNames variables_in(std::string_view text);

ImageConfig image_config(const StageView& stage);

// What COPY and ADD bring from the build context into the image of a stage.

struct ContextFile {
  // In the context; of a heredoc, where it lands in the image.
  std::string path;
  std::string image_path;  // absolute
  std::size_t instruction = 0;
  // The part of `image_path` that stands directly below the COPY's
  // destination: "/src/templates" of "/src/templates/a/b.html".
  std::string image_top;
  std::optional<std::string> heredoc = {};  // its text
  // What the image starts: a source, whatever its name.
  bool is_program = false;
};

struct CopiedContext {
  std::vector<ContextFile> files;
  // A COPY that could not be followed; empty when all could be.
  std::string incomplete_because;
};

CopiedContext copied_context(const StageView& stage);

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
