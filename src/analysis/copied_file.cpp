#include "analysis/copied_file.h"

#include <algorithm>
#include <optional>

#include "analysis/path_below.h"
#include "analysis/root_programs.h"
#include "analysis/stage_chain.h"
#include "model/paths.h"

namespace harden {
namespace {

constexpr std::size_t largest_script = 4u << 20;

bool has_shell_shebang(std::string_view content) {
  if (!content.starts_with("#!")) return false;
  std::string_view line = content.substr(2, content.find('\n') - 2);
  // `#!/usr/bin/env bash`: the interpreter is the last word that is no flag.
  for (std::string_view shell : {"sh", "bash", "dash", "ash", "zsh", "ksh"}) {
    std::size_t at = line.find(shell);
    while (at != std::string_view::npos) {
      const bool begins = at == 0 || line[at - 1] == '/' || line[at - 1] == ' ';
      const std::size_t end = at + shell.size();
      const bool ends = end == line.size() || line[end] == ' ' ||
                        line[end] == '\r' || line[end] == '\t';
      if (begins && ends) return true;
      at = line.find(shell, at + 1);
    }
  }
  return false;
}

bool has_suffix_of_script(std::string_view path) {
  std::string_view name = base_name(path);
  return name.ends_with(".sh") || name.ends_with(".bash");
}

// Names that people give to scripts though they have no suffix.
bool is_name_of_script(std::string_view path) {
  std::string_view name = base_name(path);
  if (name.find('.') != std::string_view::npos) {
    return has_suffix_of_script(path);
  }
  for (std::string_view part : {"entrypoint", "entry-point", "startup"}) {
    if (name.find(part) != std::string_view::npos) return true;
  }
  return name == "start" || name == "run" || name == "init" || name == "boot";
}

// Without a suffix, or with that of a script; not app.jar, main.py.
bool may_be_script(std::string_view path) {
  return base_name(path).find('.') == std::string_view::npos ||
         has_suffix_of_script(path);
}

bool has_wildcard(std::string_view path) {
  return path.find_first_of("*?[") != std::string_view::npos;
}

std::string heredoc_body(const Document& document, const Instruction& it,
                         std::string_view source) {
  for (const Heredoc& heredoc : it.heredocs) {
    if (document.text(heredoc.opener) == source) {
      return std::string(document.text(heredoc.body));
    }
  }
  return {};
}

}  // namespace

CopiedFiles::CopiedFiles(const Document& document, const Evaluation& evaluation,
                         std::size_t stage, const BuildContext* context)
    : document_(document),
      evaluation_(evaluation),
      chain_(stage_chain(document, evaluation, stage)),
      workdir_(evaluation.stages[stage].workdir),
      context_(context) {}

namespace {

// The context path of `program` when this source of a COPY brings it to
// `destination`; nullopt when it does not.
std::optional<std::string> source_of(std::string_view source,
                                     const std::string& destination,
                                     bool into_folder,
                                     std::string_view program) {
  const bool named = program.find('/') == std::string_view::npos;
  auto is_program = [&](const std::string& path) {
    if (named) return base_name(path) == program;
    return path == program;
  };
  std::string file = destination + "/" + std::string(base_name(source));
  if (!into_folder && is_program(destination)) return std::string(source);
  if (!has_wildcard(source) && is_program(model::absolute_path("/", file))) {
    return std::string(source);
  }
  // A folder, or a pattern: its content goes below the destination.
  if (named || !is_below(program, destination)) return std::nullopt;
  std::string_view below = program.substr(
      destination == "/" ? 1
                         : std::min(program.size(), destination.size() + 1));
  if (below.empty()) return std::nullopt;
  std::string folder(source);
  if (has_wildcard(source)) {
    std::size_t slash = source.rfind('/');
    folder = slash == std::string_view::npos ? "" : source.substr(0, slash);
  }
  return model::absolute_path("/", folder + "/" + std::string(below)).substr(1);
}

}  // namespace

CopiedFile CopiedFiles::look_into(const Instruction& it, std::size_t index,
                                  std::string_view program) const {
  CopiedFile result;
  const auto* transfer = it.as<Transfer>();
  if (transfer == nullptr) return result;
  const std::string& raw = transfer->destination.value;
  const std::string destination =
      model::absolute_path(evaluation_.workdir_before[index], raw);
  const bool into_folder =
      raw.ends_with('/') || raw == "." || transfer->sources.size() > 1;
  for (const Word& source : transfer->sources) {
    auto found = source_of(source.value, destination, into_folder, program);
    if (!found) continue;
    if (std::string body = heredoc_body(document_, it, source.value);
        !body.empty()) {
      result.is_script = has_shell_shebang(body);
      result.because = "the file itself writes it";
      return result;
    }
    if (it.flag("from") != nullptr) continue;
    // ADD from the network: only the name tells something.
    if (source.value.find("://") != std::string::npos) continue;
    auto entry = context_ == nullptr ? std::nullopt : context_->find(*found);
    if (!entry || entry->directory) {
      // A file of that very name should be there: not to know it is not to
      // know that it needs no root. A file below a copied folder may as well
      // have been built by a RUN.
      if (*found != source.value || !may_be_script(*found)) continue;
      result.is_script = result.unseen = true;
      result.because = "`" + *found + "` was not found in the build context";
      return result;
    }
    result.context_path = *found;
    auto content = context_->read(*found, largest_script);
    result.is_script = content && has_shell_shebang(*content);
    result.because = "`" + *found + "` in the build context is a shell script";
    return result;
  }
  return result;
}

CopiedFile CopiedFiles::find(std::string_view program) const {
  std::string path(program);
  if (program.find('/') != std::string_view::npos) {
    path = model::absolute_path(workdir_, program);
  }
  for (auto it = chain_.rbegin(); it != chain_.rend(); ++it) {
    CopiedFile found = look_into(document_.instructions[*it], *it, path);
    // What was read decides; the name does not.
    if (!found.because.empty()) return found;
  }
  CopiedFile result;
  result.is_script = is_name_of_script(program);
  if (result.is_script) {
    result.unseen = true;
    result.because =
        "its name says so, and it was not found in the build "
        "context";
  }
  return result;
}

}  // namespace harden
