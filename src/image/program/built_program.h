// Follows the program that an image starts back to the command that builds it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/scope.h"
#include "image/program/build_command.h"
#include "image/stage_view.h"

namespace harden {

struct BuiltProgram {
  std::string path;  // in the final image, absolute
  std::size_t stage = 0;
  std::size_t instruction = 0;  // the RUN that builds it
  BuildCommand build;
};

class ProgramTrace {
 public:
  explicit ProgramTrace(const StageView& stage);

  // nullopt when no build command is seen to make the file, or when that would
  // take longer than any file does that a person wrote. `path` is absolute and
  // clean.
  std::optional<BuiltProgram> find(const std::string& path);

  // The stage that COPY --from names; nullopt for an image or the context.
  std::optional<std::size_t> stage_of_copy(const std::string& from) const;

 private:
  std::optional<BuiltProgram> trace(std::size_t stage, const std::string& path,
                                    std::size_t instructions);
  std::optional<BuiltProgram> trace_run(std::size_t stage,
                                        std::size_t instruction,
                                        const std::string& path,
                                        std::size_t before);
  std::optional<BuiltProgram> trace_copy(std::size_t instruction,
                                         const std::string& path);
  bool makes(const BuildCommand& build, std::size_t stage,
             const std::string& path) const;
  std::string module_name(const BuildCommand& build, std::size_t stage) const;

  const StageView stage_;
  StageNames names_;
  int depth_ = 0;
  std::size_t steps_ = 0;  // of all questions; see built_program.cpp
};

}  // namespace harden
