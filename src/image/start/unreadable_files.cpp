#include "image/start/unreadable_files.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text/paths.h"
#include "dockerfile/model/context_glob.h"

namespace harden {
namespace {

// A context may hold a whole repository; more than this is not looked at.
constexpr std::size_t most_entries = 20000;

bool others_can_use(const ContextEntry& entry) {
  return entry.directory ? (entry.mode & 05) == 05 : (entry.mode & 04) != 0;
}

std::optional<ContextEntry> first_unreadable(const BuildContext& context,
                                             const std::string& path) {
  auto entry = context.find(path);
  if (!entry) return std::nullopt;
  if (!others_can_use(*entry) && path != ".") return entry;
  if (!entry->directory) return std::nullopt;
  for (const ContextEntry& it : context.list(path, most_entries)) {
    if (!others_can_use(it)) return it;
  }
  return std::nullopt;
}

std::optional<ContextEntry> first_of(const BuildContext& context,
                                     const Transfer& transfer) {
  for (const Word& source : transfer.sources) {
    const bool elsewhere = source.value.find("://") != std::string::npos ||
                           source.value.find('$') != std::string::npos ||
                           source.value.starts_with("<<");
    if (elsewhere) continue;
    for (const std::string& path : context_matches(context, source.value)) {
      if (auto found = first_unreadable(context, path)) return found;
    }
  }
  return std::nullopt;
}

bool is_download(std::string_view source) {
  const bool web =
      source.starts_with("http://") || source.starts_with("https://");
  const std::string_view path = source.substr(0, source.find_first_of("?#"));
  return web && !path.ends_with(".git");
}

// What ADD downloads, unless a later RUN names it: to unpack it or to set its
// mode.
std::optional<std::string> download(const Document& document,
                                    const std::vector<std::size_t>& chain,
                                    std::size_t at) {
  const Instruction& it = document.instructions[at];
  const auto* transfer = it.as<Transfer>();
  if (it.keyword != Keyword::add) return std::nullopt;
  for (const Word& source : transfer->sources) {
    if (!is_download(source.value)) continue;
    const std::string& destination = transfer->destination.value;
    const bool folder = destination.ends_with('/') || destination == ".";
    const std::string_view name =
        base_name(folder ? source.value : destination);
    const bool named = std::ranges::any_of(chain, [&](std::size_t index) {
      const Instruction& run = document.instructions[index];
      return index > at && run.keyword == Keyword::run &&
             document.text(run.lines).find(name) != std::string_view::npos;
    });
    if (!named) return source.value;
  }
  return std::nullopt;
}

}  // namespace

std::vector<UnreadableFile> unreadable_files(const StageView& stage) {
  std::vector<UnreadableFile> result;
  const auto chain = stage.chain();
  for (std::size_t index : chain) {
    const Instruction& it = stage.instruction(index);
    const auto* transfer = it.as<Transfer>();
    if (transfer == nullptr || it.flag("from") || it.flag("chown") ||
        it.flag("chmod")) {
      continue;
    }
    if (auto address = download(stage.document, chain, index)) {
      result.push_back({index, *address, 0600, true});
      continue;
    }
    if (stage.context == nullptr) continue;
    if (auto found = first_of(*stage.context, *transfer)) {
      result.push_back({index, found->path, found->mode});
    }
  }
  return result;
}

}  // namespace harden
