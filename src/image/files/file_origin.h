// Follows a file of the image back to the COPY, ADD or RUN that brings it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/scope.h"
#include "image/files/file_moves.h"
#include "image/files/resolved_transfer.h"
#include "image/stage_view.h"

namespace harden {

struct CopiedFile {
  bool is_script = false;
  bool unseen = false;  // not found, so taken for one
  std::string because;
  std::string help;          // what to do about one that is not at hand
  std::string context_path;  // where it lies in the build context, if it does
  // The COPY or ADD that brings it, perhaps of an earlier stage, and which of
  // Transfer::sources it is.
  std::optional<std::size_t> instruction;
  std::size_t source = 0;
  std::string image_path;  // where that COPY puts it, absolute
  std::uint32_t mode = 0;  // in the build context
  std::string text;        // of a script that is at hand
  // Index in Instruction::heredocs when the Dockerfile itself holds it.
  std::optional<std::size_t> heredoc;
  // The heredoc's delimiter has no quotes, and so the engine fills in
  // variables: `text` is what is written.
  bool heredoc_expands = false;
  // The last RUN that changes its text once it is in the image.
  std::optional<std::size_t> changed_by;

  bool at_hand() const { return heredoc || !context_path.empty(); }
};

class FileOrigin {
 public:
  explicit FileOrigin(const StageView& stage);

  // What the image of the stage holds at a path, absolute and clean; nullopt
  // when nothing tells. `is_script` of a file that is not part of the context
  // says that it may be one.
  std::optional<CopiedFile> find(const std::string& path);

  // Why the file that the base image has at a path is not there as it was;
  // empty when no instruction of the stage's image touches it.
  std::string touched_because(const std::string& path);

  // The folders that COPY and ADD of the stage's image name as destinations,
  // and those that these lie in.
  std::vector<std::string> destinations();

 private:
  struct Step {
    std::optional<ResolvedTransfer> transfer;
    std::vector<FileMove> moves;
  };
  using Found = std::optional<CopiedFile>;

  const Step& step(std::size_t instruction);
  const std::vector<std::size_t>& chain(std::size_t stage);
  // The first so many instructions of a stage's chain; of the last of them
  // only so many moves, when it is a RUN.
  struct Before {
    std::size_t instructions;
    std::size_t moves = static_cast<std::size_t>(-1);
  };
  // Looks at them, last first.
  Found trace(std::size_t stage, const std::string& path, Before before);
  Found trace_moves(std::size_t stage, const std::string& path, Before before,
                    std::optional<std::size_t>& changed_by);
  CopiedFile made_by(FileMove::Kind kind, std::size_t instruction,
                     const std::string& path) const;
  Found look_into(const ResolvedTransfer& transfer, const std::string& path);
  Found from_stage(const ResolvedTransfer& transfer, std::size_t source,
                   const std::string& path);
  Found from_context(const ResolvedTransfer& transfer, std::size_t source,
                     const std::string& path) const;
  Found from_heredoc(const ResolvedTransfer& transfer, std::size_t source,
                     const std::string& path) const;
  CopiedFile read(const ResolvedTransfer& transfer, std::size_t source,
                  const std::string& path, const ContextEntry& entry) const;
  CopiedFile missing(const std::string& source) const;
  std::string line_of(std::size_t instruction) const;

  const StageView stage_;
  StageNames names_;
  std::map<std::size_t, Step> steps_;
  std::map<std::size_t, std::vector<std::size_t>> chains_;
  int depth_ = 0;
  std::size_t looks_ = 0;
};

}  // namespace harden
