// Where a file of the image comes from, and whether it is a shell script.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "harden/build_context.h"
#include "harden/document.h"
#include "harden/image_state.h"

namespace harden {

struct CopiedFile {
  bool is_script = false;
  bool unseen = false;  // not found, so taken for one
  std::string because;
  std::string context_path;  // where it lies in the build context, if it does
};

class CopiedFiles {
 public:
  CopiedFiles(const Document& document, const Evaluation& evaluation,
              std::size_t stage, const BuildContext* context);

  // `program` as ENTRYPOINT names it: a path, or a name to be found in PATH.
  CopiedFile find(std::string_view program) const;

 private:
  CopiedFile look_into(const Instruction& instruction, std::size_t index,
                       std::string_view program) const;

  const Document& document_;
  const Evaluation& evaluation_;
  std::vector<std::size_t> chain_;
  std::string workdir_;
  const BuildContext* context_;
};

}  // namespace harden
