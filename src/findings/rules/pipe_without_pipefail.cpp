#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/text/word_lists.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "findings/packages/package_command.h"
#include "findings/runs/downloads.h"
#include "findings/subject.h"
#include "knowledge/lists/programs.h"
#include "knowledge/programs.h"

namespace harden::rule {

extern constexpr RuleInfo pipe_without_pipefail = {
    .code = "HD433",
    .name = "pipe-without-pipefail",
    .summary = "The build goes on when a download in a pipe fails",
    .what =
        "In a shell without `pipefail`, a command whose failure matters "
        "(downloads, make, package managers) writes into one that does "
        "not notice: `curl … | tee`, `make | tail`. tar, gunzip, gpg and "
        "the like fail themselves when they read nothing, and are left alone, "
        "as are filters such as `ls | wc -l`, and scripts (HD432).\n\n"
        "In Alpine Linux and where /bin/sh is bash, a fix sets the same shell "
        "with `pipefail` by SHELL. In Debian /bin/sh is dash, which does not "
        "know it; bash is, and some commands mean something else there "
        "(`echo \"a\\nb\"`), so that it is only suggested.",
    .why = "The image is finished with an empty or half a file in it.",
    .remedy = "`SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]`.",
    .before =
        "FROM alpine:3.20\nRUN wget -qO- https://example.com/list | sort > "
        "/list\nUSER 1000:1000\n",
    .after =
        "FROM alpine:3.20\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\n"
        "RUN wget -qO- https://example.com/list | sort > /list\n"
        "USER 1000:1000\n",
    .references = {"https://docs.docker.com/build/building/best-practices/"
                   "#using-pipes"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
};

namespace {

// The shell that a RUN in shell form gets.
class ShellsInEffect {
 public:
  explicit ShellsInEffect(const Subject& subject) : subject_(subject) {
    const auto& all = subject.document.instructions;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool sets =
          all[i].keyword == Keyword::shell && all[i].as<Command>() != nullptr;
      if (sets) settings_.push_back(i);
    }
  }

  // As the last SHELL before the instruction sets it; empty: the default.
  std::vector<std::string> before(std::size_t instruction) const {
    const Stage* stage = subject_.stage_of(instruction);
    if (stage == nullptr) return {};
    const auto next =
        std::lower_bound(settings_.begin(), settings_.end(), instruction);
    if (next != settings_.begin() && *(next - 1) > stage->begin) {
      const Instruction& it = subject_.instruction(*(next - 1));
      std::vector<std::string> words;
      for (const Word& word : it.as<Command>()->argv) {
        words.push_back(word.value);
      }
      return words;
    }
    const auto at =
        static_cast<std::size_t>(stage - subject_.document.stages.data());
    const auto parent = subject_.evaluation.parents[at];
    return parent ? subject_.evaluation.stages[*parent].shell
                  : std::vector<std::string>();
  }

 private:
  const Subject& subject_;
  std::vector<std::size_t> settings_;  // each SHELL of the file, ascending
};

// Their failure should fail the build. What only prints or filters (`echo`,
// `grep`) cannot fail in a way that matters, or does so on purpose.
bool matters(const Call& call) {
  return is_downloader(call) || package_command(call) ||
         lists::failing_programs.contains(call.program);
}

// They fail themselves when they read nothing, or half of it.
bool notices(const Call& call) {
  return lists::noticing_programs.contains(call.program) || checks_input(call);
}

bool has_pipefail(const std::vector<std::string>& shell) {
  return std::ranges::any_of(shell, [](const std::string& it) {
    return it.find("pipefail") != std::string::npos;
  });
}

// `set -o pipefail`, `set -euxo pipefail`, `bash -o pipefail -c`.
bool sets_pipefail(const Call& call) {
  return (call.program == "set" || may_be_shell(call.program)) &&
         std::ranges::any_of(
             call.argv, [](const auto& it) { return it.value == "pipefail"; });
}

// The shell of the fix; "" where the file does not show that it is there.
// Where /bin/sh is another program, a RUN may mean something else in it:
// `echo "a\nb"` of dash is two lines.
struct PipefailRemedy {
  std::string_view shell = {};
  Safety safety = Safety::suggestion;
};
PipefailRemedy remedy_for(const ImageState& state) {
  const Family family =
      state.base == nullptr ? Family::unknown : state.base->family;
  switch (family) {
    case Family::alpine:
      return {"/bin/ash", Safety::changes_behaviour};
    case Family::amazonlinux:
    case Family::arch:
    case Family::redhat:
    case Family::suse:
      return {"/bin/bash", Safety::changes_behaviour};
    case Family::debian:
      return {"/bin/bash", Safety::suggestion};
    default:
      return {};
  }
}

class PipefailCheck : public SubjectCheck {
 public:
  PipefailCheck(const Subject& subject, Findings& findings)
      : SubjectCheck(subject, findings), shells_(subject) {}

  void run() {
    const Calls& calls = subject_.calls();
    for (const Call& it : calls.all()) {
      note_set(it);
      const bool first = it.reader && !it.writer;
      if (!first || it.nested || set_in_ == it.instruction) continue;
      if (const Call* lost = lost_failure(calls.pipeline(it))) look(*lost);
    }
  }

 private:
  void note_set(const Call& call) {
    if (sets_pipefail(call)) set_in_ = call.instruction;
  }

  static const Call* lost_failure(const std::vector<const Call*>& pipeline) {
    const auto last = pipeline.end() - 1;
    const auto found = std::find_if(
        pipeline.begin(), last, [](const Call* it) { return matters(*it); });
    if (found == last) return nullptr;
    // What is run at once is HD432's.
    const bool is_noticed = std::any_of(
        found + 1, pipeline.end(),
        [](const Call* it) { return notices(*it) || runs_input(*it); });
    return is_noticed ? nullptr : *found;
  }

  void look(const Call& call) {
    const auto shell = shells_.before(call.instruction);
    if (last_ == call.instruction || has_pipefail(shell)) return;
    last_ = call.instruction;
    Diagnostic& said = report(
        pipe_without_pipefail, subject_.place(call),
        fmt::format("the build goes on when this `{}` fails: of a pipe only "
                    "the last command counts",
                    call.program),
        "write to a file first, or set `pipefail` where the shell knows it");
    if (shell.empty()) add_fix(call, said);
  }

  // Once for each stage: it helps all RUN lines behind it.
  void add_fix(const Call& call, Diagnostic& said) {
    const Stage* stage = subject_.stage_of(call.instruction);
    const PipefailRemedy remedy =
        remedy_for(*subject_.state_of(call.instruction));
    if (remedy.shell.empty() || !fixed_.insert(stage->begin).second) return;
    const std::string line = fmt::format(
        "{} [\"{}\", \"-o\", \"pipefail\", \"-c\"]",
        keyword_in_style(subject_.document, Keyword::shell), remedy.shell);
    said.fix =
        Fix{"set a shell that stops",
            remedy.safety,
            {insert_before(subject_.document,
                           subject_.instruction(call.instruction), {{line}})}};
  }

  ShellsInEffect shells_;
  std::optional<std::size_t> set_in_, last_;
  std::set<std::size_t> fixed_;  // the FROM of each stage that has the fix
};

}  // namespace

void check_pipe_without_pipefail(const Subject& subject, Findings& findings) {
  PipefailCheck(subject, findings).run();
}

}  // namespace harden::rule
