#include "rewrite/scratch/scratch_edits.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/quote/json_string.h"
#include "base/quote/words.h"
#include "base/text/ascii.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "rewrite/scratch/rootfs_script.h"
#include "rewrite/scratch/stage_lines.h"

namespace harden {
namespace {

class ScratchStageEditor {
 public:
  ScratchStageEditor(const PassInput& input, const ScratchPlan& plan)
      : document_(input.file.document()),
        options_(input.options),
        state_(input.file.stage().state()),
        stage_(input.file.stage().lines()),
        plan_(plan),
        from_(document_.instructions[stage_.begin]),
        alias_(from_.as<From>()->alias),
        name_(free_stage_name(document_, wished_name())) {}

  std::vector<Edit> run() {
    name_stage();
    NewLines lines;
    add_collection(lines);
    add_stage(lines);
    edits_.push_back(
        insert_after(document_, document_.instructions[stage_.end - 1], lines));
    return std::move(edits_);
  }

 private:
  // The old stage gives its name away.
  std::string wished_name() const {
    if (alias_) return lower_case(alias_->value) + "-files";
    return document_.stages.size() == 1 ? "build" : "files";
  }

  void name_stage() {
    if (alias_) {
      edits_.push_back(replace_word(*alias_, name_));
      return;
    }
    const std::uint32_t end = from_.as<From>()->image.span.end;
    edits_.push_back({{end, end}, as_name(document_, name_)});
  }
  std::string keyword(Keyword word) const {
    return keyword_in_style(document_, word);
  }
  void comment(NewLines& lines, std::string_view text) const {
    if (options_.comments) lines.lines.push_back("# " + std::string(text));
  }

  void add_collection(NewLines& lines) const {
    lines.lines.emplace_back();
    comment(lines,
            "Collects what the program needs, and nothing else (added by "
            "harden)");
    if (!starts_as_root()) lines.lines.push_back(keyword(Keyword::user) + " 0");
    lines.lines.push_back(
        rootfs_run(document_, rootfs_script(plan_, options_.comments)));
  }
  bool starts_as_root() const {
    return state_.user.known() &&
           (state_.user.spec.empty() || state_.user.spec == "0" ||
            state_.user.spec == "root");
  }

  void add_stage(NewLines& lines) const {
    lines.lines.emplace_back();
    comment(lines, "The image itself (added by harden)");
    std::string from = keyword(Keyword::from);
    if (const Flag* platform = from_.flag("platform")) {
      from += " " + std::string(document_.text(platform->span));
    }
    from += " scratch";
    if (alias_) from += as_name(document_, alias_->value);
    lines.lines.push_back(std::move(from));
    lines.lines.push_back(keyword(Keyword::copy) + " --from=" + name_ +
                          " /rootfs /");
    add_inherited(lines);
    bool user_written = false;
    for (const std::size_t i : plan_.repeated) {
      const Instruction& it = document_.instructions[i];
      const bool starts = it.keyword == Keyword::healthcheck ||
                          it.keyword == Keyword::entrypoint ||
                          it.keyword == Keyword::cmd;
      if (starts && !user_written) {
        add_user(lines);
        user_written = true;
      }
      lines.lines.emplace_back(document_.text(it.span));
    }
    if (!user_written) add_user(lines);
    if (!plan_.inherited.cmd.empty()) {
      lines.lines.push_back(keyword(Keyword::cmd) + " " +
                            json_list(plan_.inherited.cmd));
    }
  }
  void add_user(NewLines& lines) const {
    lines.lines.push_back(keyword(Keyword::user) + " " +
                          dockerfile_word(plan_.user, escape()));
  }

  // What the base gave to the image and the new stage would lack.
  void add_inherited(NewLines& lines) const {
    const InheritedConfig& base = plan_.inherited;
    for (const std::string& it : base.environment) {
      const std::size_t equals = it.find('=');
      lines.lines.push_back(keyword(Keyword::env) + " " +
                            it.substr(0, equals + 1) +
                            env_value(it.substr(equals + 1)));
    }
    if (!base.workdir.empty()) {
      lines.lines.push_back(keyword(Keyword::workdir) + " " +
                            dockerfile_word(base.workdir, escape()));
    }
    for (const std::string& it : base.ports) {
      lines.lines.push_back(keyword(Keyword::expose) + " " + it);
    }
    if (!base.volumes.empty()) {
      std::vector<std::string> words;
      for (const std::string& it : base.volumes) {
        words.push_back(dockerfile_word(it, escape()));
      }
      lines.lines.push_back(keyword(Keyword::volume) + " " + json_list(words));
    }
    if (!base.stop_signal.empty()) {
      lines.lines.push_back(keyword(Keyword::stopsignal) + " " +
                            base.stop_signal);
    }
  }

  char escape() const { return document_.style.escape; }

  // Quoted where an ENV would read it otherwise.
  std::string env_value(const std::string& value) const {
    const bool plain = !value.empty() &&
                       value.find_first_of(" \t\"'\\`$#") == std::string::npos;
    if (plain) return value;
    std::string text = "\"";
    for (const char c : value) {
      if (c == '"' || c == '$' || c == escape()) text += escape();
      text += c;
    }
    return text + "\"";
  }

  const Document& document_;
  const RewriteOptions& options_;
  const ImageState& state_;
  const Stage& stage_;
  const ScratchPlan& plan_;
  const Instruction& from_;
  const std::optional<Word>& alias_;
  std::string name_;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> scratch_edits(const PassInput& input,
                                const ScratchPlan& plan) {
  return ScratchStageEditor(input, plan).run();
}

}  // namespace harden
