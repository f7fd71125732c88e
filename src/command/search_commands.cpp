// find and xargs run other commands, with paths that nobody knows.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/interpreters.h"
#include "command/path_acts.h"

namespace harden {
namespace {

using Argv = std::span<const Field>;

// A path of its own making, in the place of `{}`.
const Field some_path{"{}", false, false, {}};
const Field some_paths{"{}", false, true, {}};

class FindEvaluator {
 public:
  explicit FindEvaluator(const CommandLine& line)
      : line_(line), argv_(line.argv) {
    read_folders();
  }

  Acts run() {
    while (at_ < argv_.size()) {
      const std::string_view word = argv_[at_++].value;
      if (word == "-delete") {
        Acts acts;
        add_write(acts, {}, true);
        add(acts);
      } else if (is_one_of(word, {"-exec", "-execdir", "-ok", "-okdir"})) {
        run_command();
      } else if (is_one_of(word, {"-fprint", "-fprint0", "-fprintf", "-fls"}) &&
                 at_ < argv_.size()) {
        add_write(acts_, target_of(argv_[at_], line_.folder));
      }
    }
    return std::move(acts_);
  }

 private:
  static bool begins_expression(const Field& field) {
    return field.value.starts_with('-') ||
           is_one_of(field.value, {"(", ")", "!", ","});
  }

  void read_folders() {
    while (at_ < argv_.size() &&
           is_one_of(argv_[at_].value, {"-H", "-L", "-P"})) {
      ++at_;
    }
    for (; at_ < argv_.size() && !begins_expression(argv_[at_]); ++at_) {
      folders_.push_back(target_of(argv_[at_], line_.folder));
    }
    if (folders_.empty()) {
      folders_.push_back({line_.folder.value_or(std::string()), false});
    }
  }

  // `-exec COMMAND ;`, `-exec COMMAND {} +`.
  void run_command() {
    std::vector<Field> command;
    while (at_ < argv_.size()) {
      const Field& field = argv_[at_++];
      const bool after_braces =
          !command.empty() && command.back().value == "{}";
      if (field.value == ";" || field.value == "\\;") break;
      if (field.value == "+" && after_braces) break;
      command.push_back(field.value == "{}" ? some_path : field);
    }
    if (command.empty()) return;
    const Acts acts = meaning_within(command, line_).acts;
    // `cp {} "$x"` changes nothing where it finds things.
    const std::string& program = command.front().value;
    if (is_one_of(program.substr(program.rfind('/') + 1),
                  {"cp", "ln", "install", "rsync"})) {
      acts_.insert(acts_.end(), acts.begin(), acts.end());
    } else {
      add(acts);
    }
  }

  // What is done to the paths that were found is done below the folders.
  void add(const Acts& acts) {
    for (const Act& act : acts) {
      if (!act.path.empty()) {
        acts_.push_back(act);
        continue;
      }
      for (const PathTarget& folder : folders_) add(act, folder);
    }
  }

  void add(Act act, const PathTarget& folder) {
    const bool own =
        act.kind == Act::Kind::write || act.kind == Act::Kind::mode;
    if (own && anybody_may_write(folder.path)) return;
    act.path = folder.path;
    act.recursive = true;
    // It looks into every folder: see add_owner.
    const bool enters =
        act.kind == Act::Kind::owner || act.kind == Act::Kind::mode;
    if (enters &&
        std::ranges::find(act.capabilities, Capability::dac_override) ==
            act.capabilities.end()) {
      act.capabilities.push_back(Capability::dac_override);
      std::ranges::sort(act.capabilities);
    }
    acts_.push_back(std::move(act));
  }

  const CommandLine& line_;
  Argv argv_;
  std::size_t at_ = 1;
  std::vector<PathTarget> folders_;
  Acts acts_;
};

Acts find(const CommandLine& line) { return FindEvaluator(line).run(); }

// `xargs -I % chown app %`.
void put_paths(std::vector<Field>& command, const std::string& place) {
  for (Field& field : command) {
    if (field.value.find(place) != std::string::npos) field = some_path;
  }
}

Acts xargs(const CommandLine& line) {
  const ArgumentOptions options(line.argv, xargs_syntax);
  std::vector<Field> command;
  for (const std::size_t operand : options.operands) {
    command.push_back(line.argv[operand]);
  }
  // Alone it is echo.
  if (command.empty()) return {};
  const ArgumentOption* place = options.find({"-I", "-i", "--replace"});
  if (place == nullptr) {
    command.push_back(some_paths);
  } else {
    put_paths(command, place->value ? place->value->value : "{}");
  }
  return meaning_within(command, line).acts;
}

constexpr NamedInterpreter search_table[] = {
    {"find", find},
    {"xargs", xargs},
};

}  // namespace

std::span<const NamedInterpreter> search_interpreters() { return search_table; }

}  // namespace harden
