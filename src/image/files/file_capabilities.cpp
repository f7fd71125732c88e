#include "image/files/file_capabilities.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/capability_text.h"
#include "command/wrappers.h"
#include "dockerfile/model/scope.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"
#include "knowledge/lists/confinement.h"

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
      of_run(i);
      drop_changed(i);
    }
    return std::move(result_);
  }

 private:
  void of_base() {
    if (stage_.state().base == nullptr) return;
    for (CapableFile& it : files_of(*stage_.state().base)) set(std::move(it));
  }

  static std::vector<CapableFile> files_of(const BaseImage& image) {
    std::vector<CapableFile> result;
    for (const std::string& it : image.file_capabilities) {
      const std::size_t blank = it.find(' ');
      result.push_back({it.substr(blank + 1), {it.substr(0, blank)}, {}});
    }
    return result;
  }

  // BuildKit and buildah keep them; the classic builder loses them.
  void of_copy(std::size_t at) {
    const auto copy = resolve_transfer(stage_, at);
    if (!copy) return;
    drop(copy->into_folder ? std::string() : copy->destination);
    if (!copy->from) return;
    const auto from = StageNames(stage_.document).for_copy(*copy->from);
    if (!from) return of_image(*copy);
    if (*from >= earlier_.size()) return;
    for (const CapableFile& it : earlier_[*from]) of_source(it, *copy);
  }

  void of_image(const ResolvedTransfer& copy) {
    const auto& known = stage_.evaluation.copied_from;
    const auto image = known.find(*copy.from);
    if (image == known.end() || image->second == nullptr) return;
    for (CapableFile& it : files_of(*image->second)) {
      of_source(std::move(it), copy);
    }
  }

  void of_source(CapableFile file, const ResolvedTransfer& copy) {
    const bool into_folder =
        copy.into_folder || is_system_folder(copy.destination);
    for (const auto& source : copy.sources) {
      const std::string from = absolute_path("/", source.path);
      if (file.path.empty() || !is_below(file.path, from)) continue;
      const std::string rest =
          file.path == from && into_folder
              ? "/" + std::string(base_name(from))
              : file.path.substr(from == "/" ? 0 : from.size());
      file.path = absolute_path("/", copy.destination + rest);
      file.instruction = copy.instruction;
      return set(std::move(file));
    }
  }

  void of_run(std::size_t at) {
    const auto& commands = stage_.commands_of(at);
    for (std::size_t i = 0; i < commands.size(); ++i) {
      const std::string_view program =
          known_program(commands[i].words, Behind::sudo);
      if (program == "setcap") of_setcap(commands[i], at);
      for (const lists::CapabilityGiver& it : lists::capability_givers) {
        if (program == it.program) of_giver(it, std::span(commands), i, at);
      }
    }
  }

  // `XCADDY_SETCAP=1 xcaddy build --output FILE`
  void of_giver(const lists::CapabilityGiver& giver,
                std::span<const SimpleCommand> commands, std::size_t index,
                std::size_t at) {
    const SimpleCommand& command = commands[index];
    const CommandWords words =
        CommandWords(command.words)
            .behind(behind_wrappers(command.words, Behind::sudo));
    const ArgumentOptions options(words, {.names_with_value = giver.output});
    const auto& operands = options.operands;
    if (operands.empty() || words[operands.front()].text != giver.word ||
        !is_asked(giver, commands.subspan(0, index + 1))) {
      return;
    }
    const CommandWord* output = options.value({giver.output});
    set({output != nullptr
             ? path_of(*output, at)
             : absolute_path(stage_.evaluation.workdir_before[at], giver.file),
         {std::string(giver.capability)},
         at});
  }

  // By ENV, the command itself, or an `export` before it; the last one counts.
  bool is_asked(const lists::CapabilityGiver& giver,
                std::span<const SimpleCommand> commands) const {
    const std::string_view name =
        giver.variable.substr(0, giver.variable.find('='));
    const std::string_view wanted = giver.variable.substr(name.size() + 1);
    bool result = false;
    const auto set = stage_.state().env.find(name);
    if (set != stage_.state().env.end()) result = set->second.value == wanted;
    for (const SimpleCommand& command : commands) {
      for (const ShellAssignment& it : command.assignments) {
        const bool holds =
            command.words.empty() || &command == &commands.back();
        if (holds && it.name == name) result = it.value.value == wanted;
      }
      if (command.words.empty() || command.words.front().value != "export") {
        continue;
      }
      for (const ShellWord& it : command.words) {
        if (it.value.starts_with(std::string(name) + "=")) {
          result = it.value == giver.variable;
        }
      }
    }
    return result;
  }

  // `setcap CAPS FILE CAPS FILE`, `setcap -r FILE`
  void of_setcap(const SimpleCommand& command, std::size_t at) {
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
  for (const auto& [name, image] : stage.evaluation.copied_from) {
    if (image != nullptr && !image->file_capabilities.empty()) return true;
  }
  const std::string_view text = stage.document.source->bytes();
  return text.find("setcap") != text.npos ||
         std::ranges::any_of(lists::capability_givers, [&](const auto& it) {
           return text.find(it.program) != text.npos;
         });
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
