#include "image/files/brought_program.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text/paths.h"
#include "dockerfile/model/run_script.h"
#include "image/files/file_moves.h"
#include "image/files/image_tools.h"
#include "image/files/program_places.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"
#include "image/files/stage_chain.h"

namespace harden {
namespace {

class BroughtProgramSearch {
 public:
  BroughtProgramSearch(const Document& document, const Evaluation& evaluation,
                       std::size_t stage, const std::string& name)
      : document_(document),
        evaluation_(evaluation),
        stage_(stage),
        name_(name),
        places_(program_places(evaluation.stages[stage], name)),
        changes_(run_paths(document, evaluation, stage)) {}

  bool run() const {
    bool there = false;
    for (const std::size_t i : stage_chain(document_, evaluation_, stage_)) {
      if (const auto changed = effect_of(i)) there = *changed;
    }
    return there;
  }

 private:
  // What the instruction leaves: the program, none, or what was there.
  std::optional<bool> effect_of(std::size_t index) const {
    if (document_.instructions[index].as<Transfer>() != nullptr) {
      return is_copied(index) ? std::optional(true) : std::nullopt;
    }
    std::optional<bool> effect = effect_on_files(index);
    for (const SimpleCommand& it : run_script(evaluation_, index).commands) {
      if (const auto of_command = effect_of(it)) effect = of_command;
    }
    return effect;
  }

  bool is_place(const std::string& path) const {
    return std::find(places_.begin(), places_.end(), path) != places_.end();
  }
  bool is_in_folder(const std::string& folder, std::string_view file) const {
    return base_name(file) == name_ &&
           is_place(folder + (folder == "/" ? "" : "/") + name_);
  }

  bool is_copied(std::size_t index) const {
    const auto transfer = resolve_transfer(document_, evaluation_,
                                           stage_of(document_, index), index);
    if (!transfer) return false;
    if (!transfer->into_folder && is_place(transfer->destination)) return true;
    return std::any_of(transfer->sources.begin(), transfer->sources.end(),
                       [&](const ResolvedTransfer::Source& it) {
                         return is_in_folder(transfer->destination, it.path);
                       });
  }

  std::optional<bool> effect_on_files(std::size_t index) const {
    std::optional<bool> effect;
    for (const PathChange& it : changes_) {
      if (it.instruction != index || !is_place(it.path)) continue;
      effect = it.kind != PathChange::Kind::removed;
    }
    for (const FileMove& it : file_moves(document_, evaluation_,
                                         stage_of(document_, index), index)) {
      const bool here = it.into_folder
                            ? is_in_folder(it.to, it.from)
                            : is_place(it.to) || is_in_folder(it.to, it.from);
      if (here) effect = true;
    }
    return effect;
  }

  std::optional<bool> effect_of(const SimpleCommand& command) const {
    if (command.words.empty()) return std::nullopt;
    const std::string_view program = base_name(command.words.front().value);
    if (program == name_) return true;
    // It fails where there is nothing.
    if (program == "chmod" && is_place(command.words.back().value)) return true;
    const PackageChange change = package_change(command);
    if (change == PackageChange::none) return std::nullopt;
    const bool named =
        std::any_of(command.words.begin() + 1, command.words.end(),
                    [&](const ShellWord& it) { return is_package(it.value); });
    if (!named) return std::nullopt;
    return change == PackageChange::installs;
  }

  // `gosu=1.14-1`, `su-exec~0.2`, `gosu@edge`
  bool is_package(std::string_view word) const {
    return word.substr(0, word.find_first_of("=<>~@:")) == name_;
  }

  const Document& document_;
  const Evaluation& evaluation_;
  std::size_t stage_;
  const std::string& name_;
  std::vector<std::string> places_;
  std::vector<PathChange> changes_;
};

}  // namespace

bool brings_program(const Document& document, const Evaluation& evaluation,
                    std::size_t stage, const std::string& name) {
  return BroughtProgramSearch(document, evaluation, stage, name).run();
}

}  // namespace harden
