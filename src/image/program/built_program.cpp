#include "image/program/built_program.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "image/files/file_moves.h"
#include "image/files/file_origin.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"

namespace harden {
namespace {

// Instructions looked at for all questions together, and how deep one leads to
// another.
constexpr std::size_t most_steps = 50000;
constexpr int most_depth = 50;

class DepthCounter {
 public:
  explicit DepthCounter(int& depth) : depth_(depth) { ++depth_; }
  ~DepthCounter() { --depth_; }
  DepthCounter(const DepthCounter&) = delete;
  DepthCounter& operator=(const DepthCounter&) = delete;

 private:
  int& depth_;
};

// Where a file at `path` was before a COPY of `source` to `destination`.
std::vector<std::string> sources_of(const ResolvedTransfer& transfer,
                                    const std::string& source,
                                    const std::string& path) {
  std::vector<std::string> result;
  const std::string from = absolute_path("/", source);
  if (!is_below(path, transfer.destination)) return result;
  const std::string rest = transfer.destination == "/"
                               ? path
                               : path.substr(transfer.destination.size());
  if (rest.empty()) {
    if (!transfer.into_folder) result.push_back(from);
    return result;
  }
  if (rest.substr(1) == base_name(from)) result.push_back(from);
  result.push_back((from == "/" ? "" : from) + rest);
  return result;
}

}  // namespace

ProgramTrace::ProgramTrace(const StageView& stage)
    : stage_(stage), names_(stage.document) {}

std::optional<std::size_t> ProgramTrace::stage_of_copy(
    const std::string& from) const {
  return names_.for_copy(from);
}

std::optional<BuiltProgram> ProgramTrace::find(const std::string& path) {
  auto found = trace(stage_.index, path, static_cast<std::size_t>(-1));
  if (found) found->path = path;
  return found;
}

// Looks at the first so many instructions of the stage's chain, last first.
std::optional<BuiltProgram> ProgramTrace::trace(std::size_t stage,
                                                const std::string& path,
                                                std::size_t instructions) {
  if (depth_ >= most_depth) return std::nullopt;
  const DepthCounter deeper(depth_);
  const auto all = stage_.at(stage).chain();
  for (std::size_t i = std::min(instructions, all.size()); i-- > 0;) {
    if (++steps_ > most_steps) return std::nullopt;
    auto found = stage_.instruction(all[i]).keyword == Keyword::run
                     ? trace_run(stage, all[i], path, i)
                     : trace_copy(all[i], path);
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<BuiltProgram> ProgramTrace::trace_run(std::size_t stage,
                                                    std::size_t instruction,
                                                    const std::string& path,
                                                    std::size_t before) {
  const std::size_t own = stage_.of(instruction).index;
  auto builds = build_commands(stage_, instruction);
  for (auto it = builds.rbegin(); it != builds.rend(); ++it) {
    if (makes(*it, own, path)) {
      return BuiltProgram{path, own, instruction, std::move(*it)};
    }
  }
  const auto moves = file_moves(stage_, instruction);
  for (auto it = moves.rbegin(); it != moves.rend(); ++it) {
    for (const std::string& earlier : paths_before(*it, path)) {
      if (earlier == path) continue;
      // What was moved may be built by the same line.
      if (auto found = trace(stage, earlier, before + 1)) return found;
    }
  }
  return std::nullopt;
}

std::optional<BuiltProgram> ProgramTrace::trace_copy(std::size_t instruction,
                                                     const std::string& path) {
  const std::size_t own = stage_.of(instruction).index;
  const auto transfer = resolve_transfer(stage_, instruction);
  if (!transfer || !transfer->from) return std::nullopt;
  const auto from = names_.for_copy(*transfer->from);
  if (!from || *from >= own) return std::nullopt;
  for (const auto& source : transfer->sources) {
    for (const std::string& it : sources_of(*transfer, source.path, path)) {
      if (auto found = trace(*from, it, static_cast<std::size_t>(-1))) {
        return found;
      }
    }
  }
  return std::nullopt;
}

bool ProgramTrace::makes(const BuildCommand& build, std::size_t stage,
                         const std::string& path) const {
  if (!build.output.empty() && build.output == path) return true;
  const std::string& folder =
      build.output.empty() ? build.output_folder : build.output;
  if (folder.empty() || parent_folder(path) != folder) return false;
  const std::string_view name = base_name(path);
  if (build.tool == BuildTool::rust) return true;
  if (build.tool == BuildTool::c) return false;
  if (build.inputs.empty()) return name == module_name(build, stage);
  return std::ranges::any_of(build.inputs, [&](const std::string& input) {
    const std::string made = go_program_name(input);
    if (input.ends_with("/...")) return true;
    return name == (made.empty() ? module_name(build, stage) : made);
  });
}

// The last part of the module's path in go.mod, as `go build` alone names it.
std::string ProgramTrace::module_name(const BuildCommand& build,
                                      std::size_t stage) const {
  constexpr std::size_t largest = std::size_t{1} << 20;
  FileOrigin origin(stage_.at(stage));
  const auto file = origin.find(build.folder + "/go.mod");
  if (!file || stage_.context == nullptr || file->context_path.empty())
    return {};
  const auto text = stage_.context->read(file->context_path, largest);
  if (!text) return {};
  const std::size_t at = text->find("module ");
  if (at == std::string::npos) return {};
  const std::size_t end = text->find_first_of(" \t\r\n", at + 7);
  return go_program_name(text->substr(at + 7, end - at - 7));
}

}  // namespace harden
