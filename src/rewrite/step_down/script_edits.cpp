#include "rewrite/step_down/script_edits.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/quote/visible_text.h"
#include "knowledge/programs.h"
#include "rewrite/start/unwrapped_command.h"
#include "rewrite/step_down/script_site.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

constexpr std::string_view is_root = "[ \"$(id -u)\" = 0 ]";
constexpr std::string_view edit_comment =
    "# Start the program without root (added by harden)";

// The command as root starts it, and as it is for everybody else.
struct StepDownTexts {
  std::string as_root;
  std::string as_user;
};

class StepDownScriptEditor {
 public:
  StepDownScriptEditor(const Followed& followed, std::size_t file,
                       const StepDownText& wanted)
      : followed_(followed),
        file_(file),
        wanted_(wanted),
        text_(followed.files[file].text),
        tree_(shell::parse_script(text_)) {}

  std::variant<std::vector<Edit>, ScriptProblem> run() {
    for (const HandOver& it : followed_.hand_overs) {
      if (it.place.file != file_ || !is_to_change(it)) continue;
      if (auto problem = change(it)) return *std::move(problem);
    }
    return std::move(edits_);
  }

 private:
  static ScriptProblem problem(const HandOver& it, std::string message,
                               std::string help) {
    return {it.place, std::move(message), std::move(help)};
  }

  std::optional<ScriptProblem> change(const HandOver& it) {
    const auto site = find_site(tree_, it.place.span);
    if (!site || site->simple().words.empty()) {
      return problem(it, "the command stands in a text that is put together",
                     "write the last command as a line of its own");
    }
    if (it.in_subshell || site->in_pipeline || site->background) {
      return problem(it,
                     "the program is started in a pipeline, a subshell or the "
                     "background, where `exec` cannot make it the first "
                     "process",
                     "start it in the foreground with `exec`");
    }
    if (site->behind_word) {
      return problem(it, "`!` or `time` stands before the command",
                     "start the program with `exec` in a line of its own");
    }
    auto texts = texts_of(it, *site);
    // An account other than root's that stays with its tool.
    if (!texts && it.as == HandOver::As::account) return std::nullopt;
    if (!texts) return unwritable(it, *site);
    place(it, *site, *texts);
    return std::nullopt;
  }

  ScriptProblem unwritable(const HandOver& it, const ScriptSite& site) const {
    for (const auto& redirection : site.command->redirections) {
      if (!redirection.op.starts_with("<<")) continue;
      return problem(it, "the program reads a here-document",
                     "put its lines into a file");
    }
    return problem(it, "its words leave no place for another program",
                   "write it as `exec PROGRAM …`");
  }

  bool has_heredoc(const ScriptSite& site) const {
    return std::ranges::any_of(site.command->redirections, [](const auto& it) {
      return it.op == "<<" || it.op == "<<-";
    });
  }

  std::optional<StepDownTexts> texts_of(const HandOver& it,
                                        const ScriptSite& site) {
    if (has_heredoc(site)) return std::nullopt;
    if (it.step_down) return unwrapped(it, site);
    return plain(it, site);
  }

  // A trap of the script's own is to run when the program has ended.
  bool stays(const HandOver& it) const {
    return it.form == HandOver::Form::last && followed_.traps;
  }

  std::optional<StepDownTexts> plain(const HandOver& it,
                                     const ScriptSite& site) const {
    const auto program = program_of(it, site.simple());
    if (!program) return std::nullopt;
    const Span span = site.command->span;
    std::string added = wanted_.words + " ";
    if (it.form == HandOver::Form::last && !stays(it)) added = "exec " + added;
    StepDownTexts result{slice(span), slice(span)};
    result.as_root.insert(*program - span.begin, added);
    return result;
  }

  // Where the program's word begins. `exec -a NAME` names its first argument,
  // which would be the tool's.
  std::optional<std::uint32_t> program_of(const HandOver& it,
                                          const shell::Simple& simple) const {
    const auto& words = simple.words;
    const bool exec =
        words.front().literal() && words.front().value(text_) == "exec";
    if (it.form == HandOver::Form::last) {
      return exec ? std::nullopt : std::optional(words.front().span.begin);
    }
    if (!exec) return std::nullopt;
    std::size_t at = 1;
    if (at < words.size() && words[at].value(text_) == "--") ++at;
    if (at >= words.size() || words[at].value(text_).starts_with('-')) {
      return std::nullopt;
    }
    return words[at].span.begin;
  }

  std::optional<StepDownTexts> unwrapped(const HandOver& it,
                                         const ScriptSite& site) {
    const auto inner = unwrapped_command(site, text_, wanted_.plain_arguments);
    if (!inner) return std::nullopt;
    const std::string words =
        inner->account.empty() ? wanted_.words
                               : step_down_words(wanted_.tool, inner->account);
    const std::string exec = stays(it) ? "" : "exec ";
    return StepDownTexts{inner->before + exec + words + " " + inner->text,
                         inner->before + exec + inner->text};
  }

  std::string slice(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  void place(const HandOver& it, const ScriptSite& site,
             const StepDownTexts& texts) {
    const Span span = site.command->span;
    const ScriptLine line = line_at(text_, span.begin);
    if (!site.by_itself || !line.begins || stays(it)) {
      edits_.push_back({span, in_one_line(texts)});
      return;
    }
    edits_.push_back({{line.begin, line.begin}, guard(line, texts.as_root)});
    if (texts.as_user != slice(span)) edits_.push_back({span, texts.as_user});
  }

  std::string in_one_line(const StepDownTexts& texts) const {
    std::string result = "if " + std::string(is_root) + "; then ";
    for (const auto& it : wanted_.before) result += it.command + "; ";
    return result + texts.as_root + "; else " + texts.as_user + "; fi";
  }

  std::string guard(const ScriptLine& line, const std::string& as_root) const {
    const std::string inner = line.indent + indent_step(text_);
    std::string result;
    const auto add = [&](const std::string& indent, std::string_view words) {
      result += indent;
      result += words;
      result += line.newline;
    };
    if (wanted_.comments) add(line.indent, edit_comment);
    add(line.indent, "if " + std::string(is_root) + "; then");
    for (const auto& it : wanted_.before) {
      if (wanted_.comments && !it.comment.empty()) {
        add(inner, "# " + it.comment);
      }
      add(inner, it.command);
    }
    add(inner, as_root);
    add(line.indent, "fi");
    return result;
  }

  const Followed& followed_;
  std::size_t file_;
  const StepDownText& wanted_;
  const std::string& text_;
  shell::Script tree_;
  std::vector<Edit> edits_;
};

}  // namespace

bool is_to_change(const HandOver& hand_over) {
  if (hand_over.again) return false;
  if (hand_over.as == HandOver::As::root) return true;
  return hand_over.as == HandOver::As::account && hand_over.step_down &&
         waits_for_program(hand_over.step_down->tool);
}

std::variant<std::vector<Edit>, ScriptProblem> script_edits(
    const Followed& followed, std::size_t file, const StepDownText& text) {
  return StepDownScriptEditor(followed, file, text).run();
}

std::string secure_path(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;
  const std::size_t dot = path.rfind('.');
  if (dot == path.npos || dot <= name) return path + ".secure";
  return path.substr(0, dot) + ".secure" + path.substr(dot);
}

namespace {

std::string file_name(std::string_view path) {
  if (path == "-") return "standard input";
  return std::string(path.substr(path.rfind('/') + 1));
}

}  // namespace

Edit mark_edit(std::string_view text, std::string_view made_from,
               std::string_view dockerfile) {
  const std::size_t end = text.find('\n');
  const bool carriage = end != text.npos && end > 0 && text[end - 1] == '\r';
  const auto at = static_cast<std::uint32_t>(
      text.starts_with("#!") && end != text.npos ? end + 1 : 0);
  const std::string name(made_from.substr(made_from.rfind('/') + 1));
  return {{at, at},
          "# Written by harden from " + visible(name) + " for " +
              visible(file_name(dockerfile)) +
              ": the program starts without root." +
              (carriage ? "\r\n" : "\n")};
}

}  // namespace harden
