// Makes the final image from scratch: the program, its user, what it opens.
//
// analysis/scratch_plan.cpp decides whether that can be shown to work and what
// comes along. The old final stage keeps every byte and gets a name and a RUN
// that collects /rootfs; a new last stage takes that over with the same
// configuration. The collecting is done in the image itself because only there
// owners, modes and links can be seen.
#include "passes/scratch_stage.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "analysis/image_user.h"
#include "passes/edit_helpers.h"
#include "passes/json_string.h"
#include "passes/rootfs_script.h"
#include "passes/static_go_build.h"
#include "passes/suppressions.h"
#include "scratch/scratch_plan.h"
#include "source/ascii.h"

namespace harden {
namespace {

// Names that stages have, or that FROM and COPY --from mean an image by.
std::set<std::string> names_in_use(const Document& document) {
  std::set<std::string> result;
  for (const Instruction& it : document.instructions) {
    if (const auto* from = it.as<From>()) {
      result.insert(lower_case(from->image.value));
      if (from->alias) result.insert(lower_case(from->alias->value));
    }
    for (const Flag& flag : it.flags) {
      if (!flag.value) continue;
      if (flag.name == "from") result.insert(lower_case(flag.value->value));
      // RUN --mount=type=bind,from=NAME
      const std::size_t at = flag.value->value.find("from=");
      if (flag.name == "mount" && at != std::string::npos) {
        const std::string rest = flag.value->value.substr(at + 5);
        result.insert(lower_case(rest.substr(0, rest.find(','))));
      }
    }
  }
  return result;
}

std::string free_name(const Document& document, const std::string& wish) {
  const auto used = names_in_use(document);
  std::string name = wish;
  for (int i = 2; used.contains(name); ++i) {
    name = wish + "-" + std::to_string(i);
  }
  return name;
}

class Writer {
 public:
  Writer(const PassInput& input, const ScratchPlan& plan)
      : document_(input.document),
        options_(input.options),
        state_(input.evaluation.stages[input.evaluation.target]),
        stage_(document_.stages[input.evaluation.target]),
        plan_(plan),
        from_(document_.instructions[stage_.begin]),
        alias_(from_.as<From>()->alias),
        name_(free_name(document_, wished_name())) {}

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
    edits_.push_back({{end, end}, as() + name_});
  }
  std::string as() const {
    return document_.style.lower_case_keywords ? " as " : " AS ";
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
    const Style& style = document_.style;
    const std::string next_line = std::string(" ") + style.escape +
                                  style.newline + style.continuation_indent;
    std::string text = keyword(Keyword::run) + " ";
    for (const std::string& line : rootfs_script(plan_, options_.comments)) {
      const std::size_t begin = line.find_first_not_of(' ');
      if (line[begin] == '#') {
        // Only without indentation is it a comment for every engine.
        text.resize(text.size() - style.continuation_indent.size());
        text += line.substr(begin) + style.newline + style.continuation_indent;
        continue;
      }
      text += line + next_line;
    }
    text.resize(text.size() - next_line.size());
    lines.lines.push_back(std::move(text));
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
    if (alias_) from += as() + alias_->value;
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
    lines.lines.push_back(keyword(Keyword::user) + " " + plan_.user);
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
      lines.lines.push_back(keyword(Keyword::workdir) + " " + base.workdir);
    }
    for (const std::string& it : base.ports) {
      lines.lines.push_back(keyword(Keyword::expose) + " " + it);
    }
    if (!base.volumes.empty()) {
      lines.lines.push_back(keyword(Keyword::volume) + " " +
                            json_list(base.volumes));
    }
    if (!base.stop_signal.empty()) {
      lines.lines.push_back(keyword(Keyword::stopsignal) + " " +
                            base.stop_signal);
    }
  }

  // Quoted where an ENV would read it otherwise.
  std::string env_value(const std::string& value) const {
    const bool plain = !value.empty() &&
                       value.find_first_of(" \t\"'\\`$#") == std::string::npos;
    if (plain) return value;
    std::string text = "\"";
    for (const char c : value) {
      if (c == '"' || c == '$' || c == document_.style.escape) {
        text += document_.style.escape;
      }
      text += c;
    }
    return text + "\"";
  }

  const Document& document_;
  const Options& options_;
  const ImageState& state_;
  const Stage& stage_;
  const ScratchPlan& plan_;
  const Instruction& from_;
  const std::optional<Word>& alias_;
  std::string name_;
  std::vector<Edit> edits_;
};

Diagnostic about(RuleId rule, Severity severity, Span span,
                 std::string message) {
  Diagnostic result;
  result.rule = rule;
  result.severity = severity;
  result.span = span;
  result.message = std::move(message);
  return result;
}

std::vector<Diagnostic> kept(const NotScratch& refusal, RootfsMode mode) {
  const bool asked = mode == RootfsMode::scratch;
  if (!asked && !refusal.was_near) return {};
  Diagnostic result =
      about("HD141", asked ? Severity::error : Severity::note, refusal.span,
            "the base image is kept: " + refusal.message);
  result.help = refusal.help;
  return {std::move(result)};
}

std::string listed(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& it : paths) text += (text.empty() ? "" : ", ") + it;
  return text;
}

// "one static program, /usr/bin/api", "`python`, a python program"
std::string what_it_is(const ScratchPlan& plan) {
  if (!plan.closure) return "one static program, " + plan.program;
  return "one program, " + plan.program;
}

void add_doubts(const ScratchPlan& plan, std::vector<Diagnostic>& result) {
  for (const NotScratch& it : plan.doubts) {
    Diagnostic doubt =
        about("HD142", Severity::warning, it.span,
              "the image from scratch may lack something: " + it.message);
    doubt.help =
        "try all that the program does; `--keep PATH` takes more along";
    result.push_back(std::move(doubt));
  }
}

std::vector<Diagnostic> converted(const PassInput& input,
                                  const ScratchPlan& plan,
                                  std::vector<Edit> edits) {
  const Document& document = input.document;
  const Stage& stage = document.stages[input.evaluation.target];
  Diagnostic finding =
      about("HD140", Severity::info, document.instructions[stage.begin].span,
            "the image holds a whole system for " + what_it_is(plan) +
                "; the last stage becomes `FROM scratch`");
  if (plan.closure) {
    finding.because.push_back("started: " + listed(plan.programs) +
                              ", with the shared objects that they load");
  }
  if (plan.runtime != nullptr && plan.closure) {
    finding.because.push_back("the folders of " + plan.runtime->id);
  }
  if (!plan.needed.empty()) {
    finding.because.push_back("taken along: " + listed(plan.needed));
  }
  if (!plan.wanted.empty()) {
    finding.because.push_back("where it is there: " + listed(plan.wanted));
  }
  finding.fix = Fix{"make the final image from scratch",
                    Safety::changes_behaviour, std::move(edits)};
  std::vector<Diagnostic> result{std::move(finding)};
  if (plan.dropped_healthcheck) {
    result.push_back(
        about("HD140", Severity::warning,
              document.instructions[*plan.dropped_healthcheck].span,
              "`HEALTHCHECK` is left out of the image, as asked: nothing in it "
              "could run it"));
  }
  add_doubts(plan, result);
  return result;
}

// One command may build several of the programs.
void append_new(std::vector<Edit>& edits, std::vector<Edit> more) {
  const auto is_there = [&](const Edit& edit) {
    return std::any_of(edits.begin(), edits.end(), [&](const Edit& it) {
      return it.span == edit.span && it.text == edit.text;
    });
  };
  for (Edit& it : more) {
    if (!is_there(it)) edits.push_back(std::move(it));
  }
}

}  // namespace

std::vector<Diagnostic> run_scratch_stage(const PassInput& input) {
  const Document& document = input.document;
  const RootfsMode mode = input.options.rootfs;
  if (mode == RootfsMode::keep || document.stages.empty()) return {};
  const ImageState& state = input.evaluation.stages[input.evaluation.target];
  // Nothing is left to take away; a broken file is not touched.
  if (state.base_reference == "scratch" || !document.problems.empty())
    return {};
  const EffectiveUser user =
      image_user(document, input.evaluation, input.options.context);
  const auto planned =
      plan_scratch(document, input.evaluation, user, input.options);
  if (const auto* refusal = std::get_if<NotScratch>(&planned)) {
    return kept(*refusal, mode);
  }
  const auto& plan = std::get<ScratchPlan>(planned);
  std::vector<Edit> edits = Writer(input, plan).run();
  for (const BuiltProgram& built : plan.built) {
    // With its libraries it may use cgo.
    if (plan.closure) break;
    auto flags = static_go_edits(document, input.evaluation, built);
    if (!flags) {
      return kept({true, document.instructions[built.instruction].span,
                   "`go build` needs CGO_ENABLED=0, which cannot be written "
                   "into this form",
                   "put `ENV CGO_ENABLED=0` above it"},
                  mode);
    }
    append_new(edits, std::move(*flags));
  }
  return converted(input, plan, std::move(edits));
}

}  // namespace harden
