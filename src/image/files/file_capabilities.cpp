#include "image/files/file_capabilities.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "command/argument_options.h"
#include "command/capability_text.h"
#include "command/wrappers.h"
#include "dockerfile/model/scope.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"

namespace harden {
namespace {

class CapableFileCollector {
 public:
  // `earlier` are those of the stages before.
  CapableFileCollector(const StageView& stage,
                       const std::vector<std::vector<CapableFile>>& earlier)
      : stage_(stage), earlier_(earlier), changes_(run_paths(stage)) {}

  std::vector<CapableFile> run() {
    of_base();
    for (const std::size_t i : stage_.chain()) {
      of_copy(i);
      for (const SimpleCommand& it : stage_.commands_of(i)) of_command(it, i);
      drop_changed(i);
    }
    return std::move(result_);
  }

 private:
  void of_base() {
    const auto& base = stage_.state().base;
    if (base == nullptr) return;
    for (const std::string& it : base->file_capabilities) {
      const std::size_t blank = it.find(' ');
      set({it.substr(blank + 1), {it.substr(0, blank)}, {}});
    }
  }

  // BuildKit and buildah keep them; the classic builder loses them.
  void of_copy(std::size_t at) {
    const auto copy = resolve_transfer(stage_, at);
    if (!copy) return;
    drop(copy->into_folder ? std::string() : copy->destination);
    if (!copy->from) return;
    const auto from = StageNames(stage_.document).for_copy(*copy->from);
    if (!from || *from >= earlier_.size()) return;
    for (const CapableFile& it : earlier_[*from]) of_source(it, *copy);
  }

  void of_source(CapableFile file, const ResolvedTransfer& copy) {
    for (const auto& source : copy.sources) {
      const std::string from = absolute_path("/", source.path);
      if (file.path.empty() || !is_below(file.path, from)) continue;
      const std::string rest =
          file.path == from && copy.into_folder
              ? "/" + std::string(base_name(from))
              : file.path.substr(from == "/" ? 0 : from.size());
      file.path = absolute_path("/", copy.destination + rest);
      file.instruction = copy.instruction;
      return set(std::move(file));
    }
  }

  // `setcap CAPS FILE CAPS FILE`, `setcap -r FILE`
  void of_command(const SimpleCommand& command, std::size_t at) {
    if (known_program(command.words, Behind::sudo) != "setcap") return;
    const CommandWords words =
        CommandWords(command.words)
            .behind(behind_wrappers(command.words, Behind::sudo));
    const ArgumentOptions options(words, {.letters_with_value = "n"});
    if (options.has({"-v", "-h"})) return;
    const auto& operands = options.operands;
    if (options.has({"-r"})) {
      for (const std::size_t it : operands) drop(path_of(words[it], at));
      return;
    }
    for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
      const CommandWord text = words[operands[i]];
      const auto given = file_capabilities(text.text);
      if (!text.known || !given) continue;
      set({path_of(words[operands[i + 1]], at), *given, at});
    }
  }

  std::string path_of(const CommandWord& word, std::size_t at) const {
    if (!word.known) return {};
    return absolute_path(stage_.evaluation.workdir_before[at], word.text);
  }

  // Linux forgets them when the owner changes.
  void drop_changed(std::size_t at) {
    using Kind = PathChange::Kind;
    for (const PathChange& it : changes_) {
      if (it.instruction != at || it.maybe) continue;
      if (it.kind != Kind::removed && it.kind != Kind::owned) continue;
      std::erase_if(result_, [&](const CapableFile& file) {
        return file.instruction != at &&
               (file.path == it.path ||
                (it.recursive && is_below(file.path, it.path)));
      });
    }
  }

  void drop(const std::string& path) {
    if (path.empty()) return;
    std::erase_if(result_, [&](const auto& it) { return it.path == path; });
  }

  void set(CapableFile file) {
    drop(file.path);
    if (!file.capabilities.empty()) result_.push_back(std::move(file));
  }

  const StageView stage_;
  const std::vector<std::vector<CapableFile>>& earlier_;
  std::vector<PathChange> changes_;
  std::vector<CapableFile> result_;
};

// Most files have none.
bool names_capabilities(const StageView& stage) {
  for (const ImageState& it : stage.evaluation.stages) {
    if (it.base != nullptr && !it.base->file_capabilities.empty()) return true;
  }
  return stage.document.source->bytes().find("setcap") !=
         std::string_view::npos;
}

}  // namespace

std::vector<CapableFile> capable_files(const StageView& stage) {
  if (!names_capabilities(stage)) return {};
  std::vector<std::vector<CapableFile>> all;
  for (std::size_t i = 0; i <= stage.index; ++i) {
    all.push_back(CapableFileCollector(stage.at(i), all).run());
  }
  return std::move(all.back());
}

}  // namespace harden
