#include "image/files/file_origin.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"
#include "dockerfile/model/context_glob.h"
#include "dockerfile/model/run_script.h"
#include "image/files/image_paths.h"
#include "image/start/program_kinds.h"

namespace harden {
namespace {

constexpr std::size_t largest_script = 1u << 20;
// Links and stages that are followed one after another, and how many
// instructions are looked at for all of them together.
constexpr int most_hops = 8;
constexpr std::size_t most_looks = 200000;

constexpr std::string_view bring_it =
    "put the script into the build context and `COPY` it, so that harden can "
    "read it";

std::string below(const std::string& folder, std::string_view name) {
  return absolute_path(folder, name);
}

// Where a source that is a file arrives: as the destination itself, or below
// it. Without a `/` at its end only the image tells which.
bool arrives_at(const ResolvedTransfer& transfer, std::string_view name,
                const std::string& path) {
  if (!transfer.into_folder && transfer.destination == path) return true;
  // Most names tell that they do not; `..` and its like are looked at.
  const bool plain = !name.empty() && name[0] != '.' &&
                     name.find('/') == std::string_view::npos;
  if (plain && !path.ends_with(name)) return false;
  return below(transfer.destination, name) == path;
}

// The part of `path` below the destination, without a leading slash.
std::string rest_below(const ResolvedTransfer& transfer,
                       const std::string& path) {
  if (path == transfer.destination || !is_below(path, transfer.destination)) {
    return {};
  }
  const std::size_t skip =
      transfer.destination == "/" ? 1 : transfer.destination.size() + 1;
  return path.substr(skip);
}

// `dist/$TARGETARCH/server` is not a script.
bool differs_by_platform(std::string_view source) {
  return source.find("$TARGET") != std::string_view::npos ||
         source.find("${TARGET") != std::string_view::npos;
}

CopiedFile not_at_hand(std::string because, const std::string& path) {
  CopiedFile result;
  result.is_script = may_be_script(path);
  result.because = std::move(because);
  result.help = bring_it;
  return result;
}

// A folder that is moved there may hold anything; that is not looked at.
bool puts_or_changes(const FileMove& move, const std::string& path) {
  if (concerns(move, path) || move.to == path) return true;
  return move.kind != FileMove::Kind::changed &&
         below(move.to, base_name(move.from)) == path;
}

std::string context_path_of(std::string_view source) {
  const std::string rooted = absolute_path("/", source);
  return rooted == "/" ? "." : rooted.substr(1);
}

}  // namespace

FileOrigin::FileOrigin(const StageView& stage)
    : stage_(stage), names_(stage.document) {}

std::string FileOrigin::line_of(std::size_t instruction) const {
  const Keyword keyword = stage_.instruction(instruction).keyword;
  return "the `" + std::string(to_string(keyword)) + "` in " +
         stage_.line_of(instruction);
}

const FileOrigin::Step& FileOrigin::step(std::size_t instruction) {
  const auto [found, is_new] = steps_.try_emplace(instruction);
  if (is_new) {
    found->second = {resolve_transfer(stage_, instruction),
                     file_moves(stage_, instruction)};
  }
  return found->second;
}

const std::vector<std::size_t>& FileOrigin::chain(std::size_t stage) {
  const auto [found, is_new] = chains_.try_emplace(stage);
  if (!is_new) return found->second;
  for (std::size_t i : stage_.at(stage).chain()) {
    const Keyword keyword = stage_.instruction(i).keyword;
    if (keyword == Keyword::run || keyword == Keyword::copy ||
        keyword == Keyword::add) {
      found->second.push_back(i);
    }
  }
  return found->second;
}

std::vector<std::string> FileOrigin::destinations() {
  std::vector<std::string> result;
  for (std::size_t i : chain(stage_.index)) {
    if (result.size() >= 100) break;
    const auto& transfer = step(i).transfer;
    if (!transfer) continue;
    result.push_back(transfer->destination);
    result.push_back(below(transfer->destination, ".."));
  }
  std::reverse(result.begin(), result.end());
  return result;
}

FileOrigin::Found FileOrigin::find(const std::string& path) {
  return trace(stage_.index, path, {chain(stage_.index).size()});
}

std::string FileOrigin::touched_because(const std::string& path) {
  if (const Found found = find(path)) {
    return found->instruction ? "it comes from " + line_of(*found->instruction)
                              : found->because;
  }
  for (const std::size_t i : chain(stage_.index)) {
    if (++looks_ >= most_looks) return "the file is too long";
    for (const FileMove& move : step(i).moves) {
      if (puts_or_changes(move, path)) return line_of(i) + " changes it";
    }
  }
  return {};
}

FileOrigin::Found FileOrigin::trace(std::size_t stage, const std::string& path,
                                    Before before) {
  if (depth_ >= most_hops) return std::nullopt;
  ++depth_;
  Found result;
  std::optional<std::size_t> changed_by;
  const auto& instructions = chain(stage);
  while (before.instructions > 0 && !result && looks_ < most_looks) {
    ++looks_;
    const auto& now = step(instructions[before.instructions - 1]);
    result = now.transfer ? look_into(*now.transfer, path)
                          : trace_moves(stage, path, before, changed_by);
    before = {before.instructions - 1};
  }
  --depth_;
  if (result && changed_by) result->changed_by = changed_by;
  return result;
}

// Of a RUN: the last of its commands counts most.
FileOrigin::Found FileOrigin::trace_moves(
    std::size_t stage, const std::string& path, Before before,
    std::optional<std::size_t>& changed_by) {
  const std::size_t instruction = chain(stage)[before.instructions - 1];
  const auto& moves = step(instruction).moves;
  for (std::size_t i = std::min(before.moves, moves.size()); i-- > 0;) {
    const FileMove& move = moves[i];
    if (concerns(move, path)) {
      if (move.kind != FileMove::Kind::changed) {
        return made_by(move.kind, instruction, path);
      }
      if (!changed_by) changed_by = instruction;
    }
    // What a link leads to may be put there later.
    const bool link = move.kind == FileMove::Kind::linked;
    const Before where =
        link ? Before{chain(stage).size()} : Before{before.instructions, i};
    for (const std::string& it : paths_before(move, path)) {
      if (it == path) continue;
      if (Found found = trace(stage, it, where)) {
        if (move.maybe && !changed_by) changed_by = instruction;
        return found;
      }
    }
    if (!replaces(move, path)) continue;
    if (!move.maybe) return made_by(move.kind, instruction, path);
    if (!changed_by) changed_by = instruction;
  }
  return std::nullopt;
}

CopiedFile FileOrigin::made_by(FileMove::Kind kind, std::size_t instruction,
                               const std::string& path) const {
  const bool written = kind == FileMove::Kind::written;
  const bool downloaded = kind == FileMove::Kind::downloaded;
  CopiedFile result = not_at_hand(
      "it is " +
          std::string(written      ? "written"
                      : downloaded ? "downloaded"
                                   : "put there, from where nobody knows,") +
          " by " + line_of(instruction),
      path);
  // A program as a rule, perhaps built from what was downloaded.
  if (!written) result.is_script = is_name_of_script(path);
  return result;
}

FileOrigin::Found FileOrigin::look_into(const ResolvedTransfer& transfer,
                                        const std::string& path) {
  // Of several sources of one name the last stays.
  for (std::size_t i = transfer.sources.size(); i-- > 0;) {
    const auto& source = transfer.sources[i];
    Found found;
    if (source.heredoc) {
      found = from_heredoc(transfer, i, path);
    } else if (transfer.from) {
      found = from_stage(transfer, i, path);
    } else if (source.is_address) {
      std::string_view name = source.path;
      name = base_name(name.substr(0, name.find_first_of("?#")));
      if (!arrives_at(transfer, name, path)) continue;
      found = not_at_hand(
          "it is downloaded by " + line_of(transfer.instruction), path);
      // A program as a rule: only its name makes it a script.
      found->is_script = is_name_of_script(path);
    } else {
      found = from_context(transfer, i, path);
    }
    if (found) return found;
  }
  return std::nullopt;
}

FileOrigin::Found FileOrigin::from_heredoc(const ResolvedTransfer& transfer,
                                           std::size_t source,
                                           const std::string& path) const {
  const auto& word = transfer.sources[source];
  if (!arrives_at(transfer, word.path, path)) return std::nullopt;
  const Heredoc& heredoc =
      stage_.instruction(transfer.instruction).heredocs[*word.heredoc];
  CopiedFile result;
  result.text = heredoc_text(stage_.document, heredoc);
  result.is_script = has_shell_shebang(result.text);
  result.because = "the file itself writes it";
  result.instruction = transfer.instruction;
  result.source = source;
  result.image_path = path;
  result.mode = 0644;
  result.heredoc = word.heredoc;
  result.heredoc_expands = heredoc.expands;
  return result;
}

// Whether a source of another stage is a file or a folder only that stage
// tells, so both are tried.
FileOrigin::Found FileOrigin::from_stage(const ResolvedTransfer& transfer,
                                         std::size_t source,
                                         const std::string& path) {
  const std::string from = below("/", transfer.sources[source].path);
  const std::string name(base_name(from));
  const std::string folder = below(from, "..");
  std::vector<std::string> before;
  if (arrives_at(transfer, name, path)) before.push_back(from);
  const std::string rest = rest_below(transfer, path);
  if (is_path_pattern(name)) {
    if (matches_path(name, rest)) before.push_back(below(folder, rest));
  } else if (!rest.empty()) {
    before.push_back(below(from, rest));
  }
  const auto stage = names_.for_copy(*transfer.from);
  if (!stage) {
    if (before.empty() || before.front() != from) return std::nullopt;
    Found result = not_at_hand(
        "it is copied from the image `" + *transfer.from + "`", path);
    result->is_script = is_name_of_script(path);
    return result;
  }
  if (*stage >= stage_.of(transfer.instruction).index) return std::nullopt;
  for (const std::string& it : before) {
    Found found = trace(*stage, it, {chain(*stage).size()});
    // Below a source that may as well be a file only what is read counts.
    const bool sure = it == from || from == "/" || is_path_pattern(name);
    if (found && (sure || found->at_hand())) return found;
  }
  return std::nullopt;
}

FileOrigin::Found FileOrigin::from_context(const ResolvedTransfer& transfer,
                                           std::size_t source,
                                           const std::string& path) const {
  // Most lie elsewhere.
  if (!is_below(path, transfer.destination)) return std::nullopt;
  const std::string from = context_path_of(transfer.sources[source].path);
  const std::string name(base_name(from));
  const bool exact = arrives_at(transfer, name, path);
  const std::string rest = rest_below(transfer, path);
  if (!exact && rest.empty() && transfer.destination != path) {
    return std::nullopt;
  }
  const auto sources = stage_.context == nullptr
                           ? std::vector<std::string>{from}
                           : context_matches(*stage_.context, from);
  for (const std::string& it : sources) {
    auto entry =
        stage_.context == nullptr ? std::nullopt : stage_.context->find(it);
    if (entry && entry->directory && !rest.empty()) {
      entry = stage_.context->find(it + "/" + rest);
    } else if (entry && !arrives_at(transfer, base_name(it), path)) {
      continue;
    }
    if (entry && !entry->directory) {
      return read(transfer, source, path, *entry);
    }
    // A file of that very name should be there: not to know it is not to know
    // that it needs no root. A file below a copied folder may as well have been
    // built by a RUN.
    const bool there = stage_.context != nullptr && stage_.context->find(it);
    if (!there && exact && may_be_script(from) && !differs_by_platform(from)) {
      return missing(from);
    }
  }
  return std::nullopt;
}

CopiedFile FileOrigin::missing(const std::string& source) const {
  CopiedFile result;
  result.is_script = result.unseen = true;
  result.because = "`" + source + "` was not found in the build context";
  const std::string wider = stage_.context == nullptr
                                ? std::string()
                                : stage_.context->wider_context(source);
  if (!wider.empty()) {
    result.help = "`" + wider + "` holds `" + source +
                  "`; give it with `--context " + wider + "`";
  }
  return result;
}

CopiedFile FileOrigin::read(const ResolvedTransfer& transfer,
                            std::size_t source, const std::string& path,
                            const ContextEntry& entry) const {
  CopiedFile result;
  result.context_path = context_path_of(entry.path);
  result.instruction = transfer.instruction;
  result.source = source;
  result.image_path = path;
  result.mode = entry.mode;
  auto content = stage_.context->read(entry.path, largest_script);
  result.is_script = has_shell_shebang(content.value_or("")) ||
                     has_suffix_of_script(entry.path);
  result.because =
      "`" + result.context_path + "` in the build context is a shell script";
  if (content) result.text = std::move(*content);
  return result;
}

}  // namespace harden
