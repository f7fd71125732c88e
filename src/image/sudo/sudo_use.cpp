#include "image/sudo/sudo_use.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/shell_call.h"
#include "command/substituted_scripts.h"
#include "command/wrappers.h"
#include "image/start/program_kinds.h"
#include "image/sudo/sudo_options.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

constexpr std::size_t deepest = 6;

bool is_sudo(const ShellWord& word) {
  return word.value == "sudo" || word.value == "/usr/bin/sudo" ||
         word.value == "/bin/sudo";
}

bool is_variable_assignment(std::string_view raw) {
  const std::size_t equals = raw.find('=');
  if (equals == std::string_view::npos || equals == 0) return false;
  return std::ranges::all_of(raw.substr(0, equals), is_word);
}

struct SudoSearch {
  // Scripts lie in scripts, and in text that no shell would take their reading
  // overlaps: so many bytes are read altogether, and the rest is left alone.
  explicit SudoSearch(std::size_t size) : bytes_left((deepest + 2) * size) {}

  std::size_t bytes_left;
  std::vector<SudoUse> found = {};
};

class SudoUseFinder {
 public:
  SudoUseFinder(std::string_view text, std::uint32_t offset, std::size_t depth,
                SudoSearch& search)
      : text_(text), offset_(offset), depth_(depth), search_(search) {}

  void run() {
    if (depth_ > deepest || text_.size() > search_.bytes_left) return;
    search_.bytes_left -= text_.size();
    for (const SimpleCommand& command : shell_commands(text_)) {
      look_at(command);
    }
  }

  void look_at(const SimpleCommand& command) {
    for (const auto& it : command.assignments) substitutions(it.value);
    for (const auto& it : command.redirections) substitutions(it.target);
    for (const ShellWord& it : command.words) substitutions(it);
    if (!command.words.empty()) start(command, 0, false);
  }

 private:
  std::string_view raw(const ShellWord& word) const {
    return text_.substr(word.span.begin, word.span.size());
  }
  Span placed(Span span) const {
    return {span.begin + offset_, span.end + offset_};
  }

  // `behind`: other words stand in front, so that `NAME=value` is none of the
  // shell's assignments.
  void start(const SimpleCommand& command, std::size_t at, bool behind) {
    const auto& words = command.words;
    while (at < words.size()) {
      const std::size_t next = behind_wrapper(words, at, Behind::repeated);
      if (next == at) break;
      behind = base_name(words[at].value) != "env";
      at = next;
    }
    if (at >= words.size()) return;
    if (is_sudo(words[at])) {
      sudo(command, at, behind);
    } else if (is_shell(words[at].value)) {
      const auto line = shell_call(CommandWords(words).behind(at)).line();
      // The quotes hold a text of its own.
      if (line) quoted_line(words[at + *line]);
    } else if (base_name(words[at].value) == "find") {
      behind_find(command, at);
    }
  }

  void behind_find(const SimpleCommand& command, std::size_t at) {
    for (std::size_t i = at + 1; i + 1 < command.words.size(); ++i) {
      if (is_one_of(command.words[i].value,
                    {"-exec", "-execdir", "-ok", "-okdir"})) {
        start(command, i + 1, true);
      }
    }
  }

  void sudo(const SimpleCommand& command, std::size_t at, bool behind) {
    const auto& words = command.words;
    SudoOptions options = read_sudo_options(CommandWords(words).behind(at));
    options.end += at;
    SudoUse use;
    use.word = placed(words[at].span);
    use.kept_because = options.kept_because;
    for (std::size_t i = at; i < options.end; ++i) {
      use.removable.push_back(placed(words[i].span));
    }
    use.whole = use.word;
    if (options.end < words.size()) {
      use.whole.end = placed(words[options.end].span).begin;
    }
    std::size_t program = options.end;
    while (program < words.size() &&
           is_variable_assignment(raw(words[program]))) {
      ++program;
    }
    if (program < words.size()) use.runs = words[program].value;
    const bool same = use.kept_because.empty();
    if (same) {
      use.kept_because = why_kept(command, at, options.end, program, behind);
    }
    search_.found.push_back(std::move(use));
    if (same && program < words.size()) {
      start(command, program, behind || program > options.end);
    }
  }

  std::string why_kept(const SimpleCommand& command, std::size_t at,
                       std::size_t rest, std::size_t program,
                       bool behind) const {
    const auto& words = command.words;
    if (program >= words.size()) return "no command stands behind it";
    const ShellWord& word = words[program];
    if (word.value.starts_with('$') || word.value.starts_with('`') ||
        word.value.starts_with('-')) {
      return "what it starts is known only when it runs: `" + word.value + "`";
    }
    if (program > rest && behind) {
      return "`" + words[rest].value +
             "` would no longer set a variable without it";
    }
    for (const auto& it : command.redirections) {
      if (it.target.span.begin > words[at].span.begin &&
          it.target.span.begin < word.span.begin) {
        return "a redirection stands between it and its command";
      }
    }
    return why_not_without(command, program, behind);
  }

  // sudo starts programs; without it the shell's own commands come first.
  std::string why_not_without(const SimpleCommand& command, std::size_t program,
                              bool behind) const {
    const std::string& name = command.words[program].value;
    if (behind) return {};
    if (is_only_in_shells(name)) {
      return "`" + name + "` is a command of the shell, which `sudo` cannot " +
             "start";
    }
    const bool escapes =
        std::ranges::any_of(command.words, [](const ShellWord& it) {
          return it.value.find('\\') != std::string::npos;
        });
    if (name == "echo" && escapes) {
      return "the shell's own `echo` reads backslashes in another way";
    }
    return {};
  }

  void quoted_line(const ShellWord& line) {
    const std::string_view whole = raw(line);
    const bool as_written =
        whole.size() > 1 && whole.substr(1, whole.size() - 2) == line.value;
    if (as_written) {
      SudoUseFinder(whole.substr(1, whole.size() - 2),
                    offset_ + line.span.begin + 1, depth_ + 1, search_)
          .run();
      return;
    }
    SudoSearch inside(0);
    inside.bytes_left = search_.bytes_left;
    SudoUseFinder(line.value, 0, depth_ + 1, inside).run();
    search_.bytes_left = inside.bytes_left;
    for (SudoUse& it : inside.found) {
      it.word = placed(line.span);
      it.removable.clear();
      if (it.kept_because.empty()) {
        it.kept_because = "it stands in a quoted command line";
      }
      search_.found.push_back(std::move(it));
    }
  }

  void substitutions(const ShellWord& word) {
    for (const Span inside : substituted_scripts(text_, word)) {
      SudoUseFinder(text_.substr(inside.begin, inside.size()),
                    offset_ + inside.begin, depth_ + 1, search_)
          .run();
    }
  }

  std::string_view text_;
  std::uint32_t offset_;
  std::size_t depth_;
  SudoSearch& search_;
};

}  // namespace

std::vector<SudoUse> sudo_uses(std::string_view text) {
  if (text.find("sudo") == std::string_view::npos) return {};
  SudoSearch search(text.size());
  SudoUseFinder(text, 0, 0, search).run();
  std::vector<SudoUse>& found = search.found;
  std::ranges::stable_sort(found, {},
                           [](const SudoUse& it) { return it.word.begin; });
  // `sh -c "$(sudo x)"` is met as a quoted line and as a substitution.
  found.erase(std::unique(found.begin(), found.end(),
                          [](const SudoUse& left, const SudoUse& right) {
                            return left.word == right.word;
                          }),
              found.end());
  return std::move(found);
}

bool uses_sudo(std::vector<std::string> argv) {
  // The words of an exec form lie nowhere in a text; they are put into one.
  std::string text;
  SimpleCommand command;
  for (std::string& word : argv) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += "'" + word + "' ";
    command.words.push_back(
        {.value = std::move(word),
         .span = {begin, static_cast<std::uint32_t>(text.size() - 1)}});
  }
  SudoSearch search(text.size());
  if (!command.words.empty())
    SudoUseFinder(text, 0, 0, search).look_at(command);
  return !search.found.empty();
}

}  // namespace harden
