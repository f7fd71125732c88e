// find and xargs run other commands, with paths that nobody knows.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/field.h"
#include "command/interpreters.h"

namespace harden {
namespace {

using Kind = FileEffect::Kind;

// A path of its own making, in the place of `{}`.
const Field some_path{"{}", false, false, {}};
const Field some_paths{"{}", false, true, {}};

Field field_of(const CommandWord& word) {
  return {std::string(word.text), word.known, word.any_number, word.span};
}

class FindEvaluator {
 public:
  explicit FindEvaluator(const CommandLine& line)
      : line_(line), argv_(line.argv) {
    read_folders();
  }

  Effects run() {
    while (at_ < argv_.size()) {
      const std::string_view word = argv_[at_++].text;
      if (word == "-delete") {
        add_below({.kind = Kind::removed, .to = {}});
      } else if (is_one_of(word, {"-exec", "-execdir", "-ok", "-okdir"})) {
        run_command();
      } else if (is_one_of(word, {"-fprint", "-fprint0", "-fprintf", "-fls"}) &&
                 at_ < argv_.size()) {
        effects_.files.push_back(
            {.kind = Kind::written, .to = target_of(argv_[at_], line_.folder)});
      }
    }
    return std::move(effects_);
  }

 private:
  static bool begins_expression(std::string_view word) {
    return word.starts_with('-') || is_one_of(word, {"(", ")", "!", ","});
  }

  void read_folders() {
    while (at_ < argv_.size() &&
           is_one_of(argv_[at_].text, {"-H", "-L", "-P"})) {
      ++at_;
    }
    for (; at_ < argv_.size() && !begins_expression(argv_[at_].text); ++at_) {
      folders_.push_back(target_of(argv_[at_], line_.folder));
    }
    if (folders_.empty()) {
      folders_.push_back(named_or_folder(nullptr, line_.folder));
    }
  }

  // `-exec COMMAND ;`, `-exec COMMAND {} +`.
  void run_command() {
    std::vector<Field> command;
    while (at_ < argv_.size()) {
      const CommandWord word = argv_[at_++];
      const bool after_braces =
          !command.empty() && command.back().value == "{}";
      if (word.text == ";" || word.text == "\\;") break;
      if (word.text == "+" && after_braces) break;
      command.push_back(word.text == "{}" ? some_path : field_of(word));
    }
    if (command.empty()) return;
    Effects effects = effects_within(command, line_);
    // `cp {} "$x"` changes nothing where it finds things.
    const bool elsewhere = is_one_of(base_name(command.front().value),
                                     {"cp", "ln", "install", "rsync"});
    for (FileEffect& it : effects.files) {
      elsewhere || !it.to.path.empty() ? effects_.files.push_back(std::move(it))
                                       : add_below(std::move(it));
    }
    for (Act& it : effects.others) {
      elsewhere || !it.path.empty() ? effects_.others.push_back(std::move(it))
                                    : add_below(std::move(it));
    }
  }

  // What is done to the paths that were found is done below the folders.
  void add_below(FileEffect effect) {
    effect.recursive = true;
    for (const PathTarget& folder : folders_) {
      effect.to = {folder.path, true};
      effects_.files.push_back(effect);
    }
  }

  void add_below(Act act) {
    act.recursive = true;
    for (const PathTarget& folder : folders_) {
      act.path = folder.path;
      effects_.others.push_back(act);
    }
  }

  const CommandLine& line_;
  const CommandWords& argv_;
  std::size_t at_ = 1;
  std::vector<PathTarget> folders_;
  Effects effects_;
};

Effects find(const CommandLine& line) { return FindEvaluator(line).run(); }

// `xargs -I % chown app %`.
void put_paths(std::vector<Field>& command, std::string_view place) {
  for (Field& field : command) {
    if (field.value.find(place) != std::string::npos) field = some_path;
  }
}

Effects xargs(const CommandLine& line) {
  const ArgumentOptions options(line.argv, xargs_syntax);
  std::vector<Field> command;
  for (const std::size_t operand : options.operands) {
    command.push_back(field_of(line.argv[operand]));
  }
  // Alone it is echo.
  if (command.empty()) return {};
  const ArgumentOption* place = options.find({"-I", "-i", "--replace"});
  if (place == nullptr) {
    command.push_back(some_paths);
  } else {
    put_paths(command, place->value ? place->value->text : "{}");
  }
  return effects_within(command, line);
}

constexpr NamedInterpreter search_table[] = {
    {"find", find},
    {"xargs", xargs},
};

}  // namespace

std::span<const NamedInterpreter> search_interpreters() { return search_table; }

}  // namespace harden
