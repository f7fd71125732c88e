#include "image/files/code_folders.h"

#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
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

bool is_brought(const StageView& stage, const std::string& folder) {
  constexpr std::size_t most = 100;
  if (stage.context == nullptr) return false;
  for (const std::size_t i : stage.chain()) {
    const auto copy = resolve_transfer(stage, i);
    if (!copy || copy->from || !is_below(folder, copy->destination)) continue;
    const std::string rest =
        folder.substr(copy->destination == "/" ? 0 : copy->destination.size());
    for (const auto& source : copy->sources) {
      if (source.heredoc || source.is_address) continue;
      for (const auto& it : stage.context->list(source.path + rest, most)) {
        // .gitkeep is there for the folder.
        if (!it.directory && !base_name(it.path).starts_with('.')) return true;
      }
    }
  }
  return false;
}

bool is_shared_folder(const std::string& folder, const StageView& stage,
                      const std::vector<std::string>& code) {
  return is_system_folder(folder) || is_open_to_all(folder) ||
         is_below(folder, "/etc") || is_one_of(folder, code) ||
         folder == stage.state().workdir ||
         (!is_data_folder(folder) && is_brought(stage, folder));
}

}  // namespace harden
