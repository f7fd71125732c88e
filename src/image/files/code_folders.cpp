#include "image/files/code_folders.h"

#include <utility>

#include "base/text/paths.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"

namespace harden {
namespace {

// Where the sources land: `COPY a b /app/` and `COPY src /app/src`, of which
// nobody knows here whether it is a file.
std::string folder_of(const ResolvedTransfer& it) {
  const bool renamed = !it.into_folder && it.sources.size() == 1 &&
                       base_name(it.destination).find('.') != std::string::npos;
  return renamed ? parent_folder(it.destination) : it.destination;
}

}  // namespace

std::vector<std::string> code_folders(const StageView& stage) {
  std::vector<std::string> result;
  const std::string& workdir = stage.state().workdir;
  for (const std::size_t i : stage.chain()) {
    const auto transfer = resolve_transfer(stage, i);
    if (!transfer) continue;
    std::string folder = folder_of(*transfer);
    if (folder == workdir ||
        (!is_data_folder(folder) && !is_system_folder(folder))) {
      result.push_back(std::move(folder));
    }
  }
  return result;
}

bool is_data_beside_code(const std::string& folder,
                         const std::vector<std::string>& code) {
  if (!is_data_folder(folder)) return false;
  for (const std::string& it : code) {
    if (!is_below(folder, it) || !is_data_folder(it)) continue;
    return folder != it && is_data_folder(folder.substr(it.size()));
  }
  return true;
}

}  // namespace harden
