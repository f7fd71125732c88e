// Finds `sudo` where root runs it anyway.
//
// sudo as root does one thing: it starts the command with a cleaned
// environment. Files that call it were made for people's machines; in an image
// it has to be installed for that, and whoever may call it later is root.
// RUN lines of other users keep it, since they would not work without.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text/append.h"
#include "base/text/find_any.h"
#include "dockerfile/model/run_script.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "image/image_rules.h"
#include "image/sudo/sudo_use.h"

namespace harden::rule {

extern constexpr RuleInfo sudo_in_run = {
    .code = "HD120",
    .name = "sudo-in-run",
    .summary = "`sudo` stands in a `RUN` that root runs anyway",
    .what =
        "A command of a RUN is called with `sudo` while the user in effect is "
        "root: also in lists, pipelines, `$(…)`, heredocs, `sh -c '…'`, and "
        "behind `xargs`, `env` or `find -exec`. RUN lines of other users are "
        "not looked at, since they need it; nor is asking for `sudo` "
        "(`command -v sudo`) or installing it.",
    .why =
        "It changes nothing but the environment of the command, and for it "
        "`sudo` is installed in the image, where it is one more program that "
        "makes other users root.",
    .remedy =
        "harden takes `sudo` and its options away. It stays, with the reason, "
        "where it does something that root's shell would not: another user or "
        "group, `-i`, `-s`, a command of the shell behind it. Then write the "
        "command without it.",
    .before =
        "FROM debian:12\n"
        "RUN sudo apt-get update && sudo -E apt-get install -y nginx\n"
        "USER 10001:10001\n",
    .after =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y nginx\n"
        "USER 10001:10001\n",
    .references =
        {"https://docs.docker.com/build/building/best-practices/#user",
         "sudo(8): options, and the environment that a command gets"},
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

namespace {

class SudoRunRewriter {
 public:
  SudoRunRewriter(const Document& document, const Instruction& instruction,
                  const Command& command)
      : document_(document), instruction_(instruction), command_(command) {}

  Findings look() {
    if (command_.form == Command::Form::exec) {
      look_at_exec_form();
    } else if (const Heredoc* only = lone_heredoc(instruction_, command_)) {
      const Span body = only->body;
      look_at(document_.text(body), [&](Span span) {
        return Span{body.begin + span.begin, body.begin + span.end};
      });
    } else {
      look_at(shell_text(instruction_, command_), [&](Span span) {
        return instruction_.arguments.to_source(
            command_.text_begin + span.begin, command_.text_begin + span.end);
      });
    }
    if (!fixed_.fix) return std::move(kept_);
    kept_.insert(kept_.begin(), std::move(fixed_));
    return std::move(kept_);
  }

 private:
  void look_at_exec_form() {
    std::vector<std::string> argv;
    for (const Word& word : command_.argv) argv.push_back(word.value);
    if (!uses_sudo(std::move(argv))) return;
    keep(instruction_.span, "the command is a list of strings");
  }

  template <typename ToSource>
  void look_at(std::string_view text, const ToSource& to_source) {
    for (const SudoUse& use : sudo_uses(text)) {
      std::string because = use.kept_because;
      const Span word = to_source(use.word);
      if (word.size() != use.word.size()) because = "it is spread over lines";
      if (because.empty() && becomes_list(text, use)) {
        because = "without it the line would be read as a list of strings";
      }
      if (because.empty()) {
        fix(word, edits_for(use, to_source));
      } else {
        keep(word, because);
      }
    }
  }

  // Comments between the lines of the options stay, and so do the lines then.
  template <typename ToSource>
  std::vector<Edit> edits_for(const SudoUse& use,
                              const ToSource& to_source) const {
    const Span all = to_source(use.whole);
    if (document_.text(all).find('#') == std::string_view::npos) {
      return {remove_span(document_, all)};
    }
    std::vector<Edit> edits;
    for (const Span word : use.removable) {
      edits.push_back(remove_span(document_, to_source(word)));
    }
    return edits;
  }

  // `RUN [ -f x ]` is not what the shell gets.
  static bool becomes_list(std::string_view text, const SudoUse& use) {
    return use.runs.starts_with('[') &&
           text.find_first_not_of(" \t\n") == use.word.begin;
  }

  void fix(Span place, std::vector<Edit> edits) {
    if (!fixed_.fix) {
      fixed_ = finding(
          sudo_in_run, place,
          "`sudo` gives nothing in a `RUN` that root runs, and must be "
          "installed for it: one more program that makes other users root");
      fixed_.fix =
          Fix{"run the commands without `sudo`", Safety::changes_behaviour, {}};
    }
    auto& all = fixed_.fix->edits;
    all.insert(all.end(), std::make_move_iterator(edits.begin()),
               std::make_move_iterator(edits.end()));
  }

  void keep(Span place, const std::string& because) {
    kept_.push_back(finding(
        sudo_in_run, place,
        "`sudo` is not taken away in a `RUN` that root runs: " + because,
        "write the command without `sudo`, so that it need not be "
        "installed"));
  }

  const Document& document_;
  const Instruction& instruction_;
  const Command& command_;
  Diagnostic fixed_;
  Findings kept_;
};

// In the joined line or in a heredoc.
bool mentions_sudo(const Document& document, const Instruction& instruction) {
  const auto says = [](std::string_view text) {
    return contains_word(text, "sudo");
  };
  return says(instruction.arguments.text) ||
         says(document.text(instruction.lines));
}

// Of one stage.
class SudoStageScanner {
 public:
  SudoStageScanner(const StageView& stage, Findings& findings)
      : stage_(stage), findings_(findings) {}

  void run() {
    for (std::size_t i = stage_.lines().begin; i < stage_.lines().end; ++i) {
      look_at(i);
    }
  }

 private:
  void look_at(std::size_t index) {
    const Instruction& instruction = stage_.instruction(index);
    const auto* command = instruction.as<Command>();
    if (instruction.keyword != Keyword::run || command == nullptr ||
        !mentions_sudo(stage_.document, instruction) ||
        !is_run_by_root(index)) {
      return;
    }
    const auto& script = run_script(stage_.evaluation, index);
    if (script.unreadable) return;
    append(findings_,
           SudoRunRewriter(stage_.document, instruction, *command).look());
  }

  // The same USER gives the same answer, which takes a look at all accounts.
  bool is_run_by_root(std::size_t index) {
    const UserSetting& user = stage_.evaluation.user_before[index];
    if (asked_ && asked_->instruction == user.instruction &&
        asked_->spec == user.spec) {
      return is_root_;
    }
    const Privilege privilege =
        effective_user(stage_.document, stage_.state(), user).privilege;
    asked_ = user;
    is_root_ =
        privilege == Privilege::root || privilege == Privilege::steps_down;
    return is_root_;
  }

  const StageView stage_;
  Findings& findings_;
  std::optional<UserSetting> asked_;
  bool is_root_ = false;
};

}  // namespace

void check_sudo_in_run(const Revision& file, Findings& findings) {
  for (std::size_t i = 0; i < file.document().stages.size(); ++i) {
    SudoStageScanner(file.stage().at(i), findings).run();
  }
}

}  // namespace harden::rule
