#include "rewrite/step_down/script_copy.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/quote/json_string.h"
#include "base/quote/words.h"
#include "base/text/paths.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "image/files/resolved_transfer.h"
#include "rewrite/step_down/script_edits.h"

namespace harden {
namespace {

constexpr std::string_view copy_comment =
    "# The start script that starts the program without root (added by "
    "harden)";

class ScriptCopier {
 public:
  ScriptCopier(const PassInput& input, const CopiedFile& file,
               const std::vector<Edit>& edits)
      : stage_(input.file.stage()),
        options_(input.options),
        file_(file),
        edits_(edits),
        it_(stage_.instruction(*file.instruction)) {}

  std::variant<ScriptCopy, Refusal> run() {
    if (file_.changed_by) return changed_later();
    if (file_.heredoc) return in_heredoc();
    if (!options_.may_write_files) return no_file();
    result_.files.push_back(new_file());
    if (auto edits = renamed()) {
      result_.edits = *std::move(edits);
    } else {
      result_.edits.push_back(copied_behind());
    }
    return std::move(result_);
  }

 private:
  static Refusal refused(Span span, std::string message, std::string help) {
    return {RefusalKind::script, span, std::move(message), std::move(help)};
  }

  std::string name() const {
    return std::string(base_name(
        file_.context_path.empty() ? file_.image_path : file_.context_path));
  }

  Refusal changed_later() const {
    return refused(stage_.instruction(*file_.changed_by).span,
                   "this `RUN` changes the text of `" + name() +
                       "`, and so would change the new one",
                   "make that change in the script itself");
  }

  Refusal no_file() const {
    return refused(it_.span,
                   "the changed script must be written beside `" +
                       file_.context_path + "`",
                   "give `-o FILE`, or `--write-scripts`");
  }

  NewFile new_file() const {
    NewFile file;
    file.path = secure_path(file_.context_path);
    file.made_from = file_.context_path;
    file.mode = file_.mode & 07777u;
    std::vector<Edit> edits{mark_edit(file_.text, file_.context_path,
                                      stage_.document.source->name())};
    edits.insert(edits.end(), edits_.begin(), edits_.end());
    file.text = apply_edits(file_.text, std::move(edits));
    return file;
  }

  std::variant<ScriptCopy, Refusal> in_heredoc() {
    const Heredoc& heredoc = it_.heredocs[*file_.heredoc];
    if (heredoc.expands) {
      return refused(heredoc.opener,
                     "the engine fills in the variables of this heredoc, and "
                     "the step-down has some of its own",
                     "quote the delimiter: `<<\"" + heredoc.delimiter + "\"`");
    }
    for (const Edit& edit : edits_) {
      result_.edits.push_back(in_body(heredoc, edit));
    }
    return std::move(result_);
  }

  Edit in_body(const Heredoc& heredoc, Edit edit) const {
    const bool line = edit.span.empty();
    edit.span = {in_body(heredoc, edit.span.begin),
                 in_body(heredoc, edit.span.end)};
    if (!line) return edit;
    // New lines stand where the line does that they are put before.
    const std::string_view body = stage_.document.text(heredoc.body);
    std::string tabs;
    std::uint32_t at = edit.span.begin - heredoc.body.begin;
    for (; heredoc.strips_tabs && at > 0 && body[at - 1] == '\t'; --at) {
      tabs += '\t';
    }
    edit.span.begin = edit.span.end = heredoc.body.begin + at;
    edit.text = indented(edit.text, tabs);
    return edit;
  }

  static std::string indented(const std::string& text,
                              const std::string& tabs) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
      result += tabs + text.substr(at, end + 1 - at);
      at = end + 1;
    }
    return result;
  }

  // `<<-` takes the tabs away that begin a line.
  std::uint32_t in_body(const Heredoc& heredoc, std::uint32_t offset) const {
    if (!heredoc.strips_tabs) return heredoc.body.begin + offset;
    const std::string_view body = stage_.document.text(heredoc.body);
    std::uint32_t at = 0;
    bool line_begins = true;
    while (at < body.size()) {
      if (line_begins && body[at] == '\t') {
        ++at;
        continue;
      }
      if (offset == 0) break;
      line_begins = body[at] == '\n';
      ++at;
      --offset;
    }
    return heredoc.body.begin + at;
  }

  // A COPY of the script alone, named by its path.
  std::optional<std::vector<Edit>> renamed() const {
    const auto* transfer = it_.as<Transfer>();
    if (it_.keyword != Keyword::copy || transfer == nullptr ||
        transfer->sources.size() != 1) {
      return std::nullopt;
    }
    const Word& source = transfer->sources.front();
    const std::string as_path = absolute_path("/", source.value);
    if (as_path != "/" + file_.context_path) return std::nullopt;
    const std::string folder =
        source.value.substr(0, source.value.rfind('/') + 1);
    const std::string name(base_name(secure_path(file_.context_path)));
    std::vector<Edit> edits{
        replace_word(source, written(*transfer, folder + name))};
    if (names_folder(*transfer)) {
      edits.push_back(replace_word(transfer->destination,
                                   written(*transfer, file_.image_path)));
    }
    return edits;
  }

  std::string written(const Transfer& transfer, const std::string& path) const {
    const std::string word =
        dockerfile_word(path, stage_.document.style.escape);
    return transfer.exec_form ? json_string(word) : word;
  }

  // Without a `/` at its end only the image tells whether it is a folder.
  bool names_folder(const Transfer&) const {
    const auto resolved = resolve_transfer(stage_, *file_.instruction);
    return !resolved || resolved->into_folder ||
           resolved->destination != file_.image_path;
  }

  Edit copied_behind() const {
    std::string line = keyword_in_style(stage_.document, Keyword::copy);
    for (const Flag& flag : it_.flags) {
      if (flag.name == "chown" || flag.name == "chmod") {
        line += " " + std::string(stage_.document.text(flag.span));
      }
    }
    line += " " + copy_paths(secure_path(file_.context_path), file_.image_path,
                             stage_.document.style.escape);
    NewLines lines;
    if (options_.comments) lines.lines.push_back(std::string(copy_comment));
    lines.lines.push_back(std::move(line));
    return insert_after(stage_.document, it_, lines);
  }

  const StageView stage_;
  const RewriteOptions& options_;
  const CopiedFile& file_;
  const std::vector<Edit>& edits_;
  const Instruction& it_;
  ScriptCopy result_;
};

}  // namespace

std::variant<ScriptCopy, Refusal> copy_script(const PassInput& input,
                                              const CopiedFile& file,
                                              const std::vector<Edit>& edits) {
  return ScriptCopier(input, file, edits).run();
}

}  // namespace harden
