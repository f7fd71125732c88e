#include "image/files/overlay_context.h"

#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "image/files/image_paths.h"

namespace harden {
namespace {

// "." for the context itself, as in a ContextEntry.
std::string clean(std::string_view path) {
  const std::string rooted = absolute_path("/", path);
  return rooted == "/" ? "." : rooted.substr(1);
}

bool lies_in(const std::string& path, const std::string& folder) {
  return folder == "." || (path != folder && is_below(path, folder));
}

}  // namespace

void OverlayContext::add(NewFile file) {
  file.path = clean(file.path);
  std::erase_if(files_,
                [&](const NewFile& it) { return it.path == file.path; });
  files_.push_back(std::move(file));
}

const NewFile* OverlayContext::file_at(std::string_view clean) const {
  for (const NewFile& it : files_) {
    if (it.path == clean) return &it;
  }
  return nullptr;
}

std::optional<ContextEntry> OverlayContext::find(std::string_view path) const {
  const std::string wanted = clean(path);
  if (const NewFile* file = file_at(wanted)) {
    return ContextEntry{wanted, file->mode, false};
  }
  if (below_ != nullptr) {
    if (auto found = below_->find(path)) return found;
  }
  const bool holds_new = std::ranges::any_of(
      files_, [&](const NewFile& it) { return lies_in(it.path, wanted); });
  if (!holds_new) return std::nullopt;
  return ContextEntry{wanted, 0755, true};
}

std::optional<std::string> OverlayContext::read(std::string_view path,
                                                std::size_t limit) const {
  if (const NewFile* file = file_at(clean(path))) {
    if (file->text.size() > limit) return std::nullopt;
    return file->text;
  }
  return below_ == nullptr ? std::nullopt : below_->read(path, limit);
}

std::vector<ContextEntry> OverlayContext::list(std::string_view path,
                                               std::size_t limit) const {
  std::vector<ContextEntry> result;
  const std::string folder = clean(path);
  for (const NewFile& it : files_) {
    if (result.size() >= limit) return result;
    if (lies_in(it.path, folder)) result.push_back({it.path, it.mode, false});
  }
  if (below_ == nullptr) return result;
  for (ContextEntry& it : below_->list(path, limit)) {
    if (result.size() >= limit) break;
    if (file_at(it.path) == nullptr) result.push_back(std::move(it));
  }
  return result;
}

std::string OverlayContext::wider_context(std::string_view path) const {
  return below_ == nullptr ? std::string() : below_->wider_context(path);
}

std::optional<bool> OverlayContext::has_ignore_file() const {
  return below_ == nullptr ? std::nullopt : below_->has_ignore_file();
}

}  // namespace harden
