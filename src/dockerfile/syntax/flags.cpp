#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/quote/visible_text.h"
#include "base/text/ascii.h"
#include "base/text/duration.h"
#include "base/text/word_lists.h"
#include "dockerfile/syntax/frontend.h"
#include "dockerfile/syntax/problems.h"
#include "knowledge/lists/frontend.h"

namespace harden {
namespace {

using KnownFlag = lists::InstructionFlag;
using FlagKind = KnownFlag::Kind;

// The last version whose flags have been read.
std::string_view newest() { return *lists::newest_frontend.begin(); }

const KnownFlag* find_flag(Keyword keyword, std::string_view name) {
  const auto found =
      std::ranges::find_if(lists::instruction_flags, [&](const auto& it) {
        return it.name == name && it.instruction == to_string(keyword);
      });
  return found == lists::instruction_flags.end() ? nullptr : &*found;
}

// BuildKit: parseOptInterval.
bool is_duration(std::string_view text) {
  if (text.empty()) return true;
  const auto time = parse_duration(text);
  return time && (time->count() == 0 || *time >= shortest_health_time);
}

bool is_count(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return text.size() <= 9 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_boolean(std::string_view text) {
  return equals_ignoring_case(text, "true") ||
         equals_ignoring_case(text, "false");
}

// What the value should have been; empty when it is fine.
std::string_view expected(FlagKind kind, std::string_view value) {
  switch (kind) {
    case FlagKind::boolean:
      return is_boolean(value) ? "" : "`true` or `false`";
    case FlagKind::duration:
      return is_duration(value) ? "" : "a time with a unit, such as `30s`";
    case FlagKind::count:
      return is_count(value) ? "" : "a number";
    case FlagKind::network:
      return value == "default" || value == "none" || value == "host"
                 ? ""
                 : "`default`, `none` or `host`";
    case FlagKind::security:
      return value == "sandbox" || value == "insecure"
                 ? ""
                 : "`sandbox` or `insecure`";
    case FlagKind::text:
    case FlagKind::list:
      break;
  }
  return "";
}

std::string written(const Flag& flag) {
  return in_backticks("--" + flag.name, most_of_word);
}

void report_value(const Flag& flag, FlagKind kind,
                  std::vector<Diagnostic>& problems) {
  if (!flag.value) {
    if (kind == FlagKind::boolean) return;
    problems.push_back(syntax_error(flag.span, written(flag) + " has no value",
                                    "write `--" + flag.name + "=…`"));
    return;
  }
  const std::string_view wanted = expected(kind, flag.value->value);
  if (wanted.empty()) return;
  problems.push_back(syntax_error(
      flag.value->span, written(flag) + " takes " + std::string(wanted) +
                            ", not `" + flag.value->value.substr(0, 40) + "`"));
}

// The flags of one instruction.
class FlagReader {
 public:
  FlagReader(const Instruction& instruction, const Frontend& frontend,
             std::vector<Diagnostic>& problems)
      : instruction_(instruction), frontend_(frontend), problems_(problems) {}

  void run() {
    const auto& flags = instruction_.flags;
    for (const Flag& flag : flags) {
      const KnownFlag* known = find_flag(instruction_.keyword, flag.name);
      if (known == nullptr) {
        report_unknown(flag);
        continue;
      }
      report_version(flag, *known);
      const auto first = std::ranges::find(flags, flag.name, &Flag::name);
      if (known->kind != FlagKind::list && &*first != &flag) {
        problems_.push_back(syntax_error(
            flag.span, written(flag) + " is given more than once"));
      }
      report_value(flag, known->kind, problems_);
    }
  }

 private:
  std::string keyword() const {
    return in_backticks(to_string(instruction_.keyword));
  }

  // A version that came later may know the flag.
  bool is_newer_than_all() const {
    return !frontend_.docker ||
           (frontend_.version &&
            *frontend_.version > frontend_version(newest()));
  }

  void report_unknown(const Flag& flag) {
    if (is_newer_than_all()) return;
    std::vector<std::string_view> names;
    for (const KnownFlag& it : lists::instruction_flags) {
      if (it.instruction == to_string(instruction_.keyword)) {
        names.push_back(it.name);
      }
    }
    problems_.push_back(names.empty() ? takes_none(flag)
                                      : takes_others(flag, names));
  }

  // `CMD --verbose` is meant for a program, most of the time.
  Diagnostic takes_none(const Flag& flag) const {
    std::string help = "take it out";
    if (instruction_.keyword == Keyword::cmd ||
        instruction_.keyword == Keyword::entrypoint) {
      help = "write the arguments of a program in exec form: " +
             std::string(to_string(instruction_.keyword)) + " [\"--" +
             flag.name.substr(0, most_of_word) + "\"]";
    }
    return syntax_error(flag.span,
                        "unknown flag: " + keyword() + " takes none, and " +
                            written(flag) + " is read as one",
                        std::move(help));
  }

  Diagnostic takes_others(const Flag& flag,
                          const std::vector<std::string_view>& names) const {
    const std::string_view near = closest(flag.name, names);
    std::string help;
    if (!near.empty()) help = "did you mean `--" + std::string(near) + "`?";
    return syntax_error(
        flag.span,
        "unknown flag: " + keyword() + " takes no " + written(flag) +
            " in any version up to docker/dockerfile:" + std::string(newest()),
        std::move(help));
  }

  // What the version that the file asks for does not know yet.
  void report_version(const Flag& flag, const KnownFlag& known) {
    if (!frontend_.docker || !frontend_.version) return;
    const bool in_labs =
        !known.labs_since.empty() && (frontend_.labs || known.since.empty());
    const std::string_view since = in_labs ? known.labs_since : known.since;
    const bool knows = *frontend_.version >= frontend_version(since) &&
                       (!in_labs || frontend_.labs);
    // A later version may have taken it out of the labs.
    if (knows || is_newer_than_all()) return;
    const FrontendVersion asked = *frontend_.version;
    problems_.push_back(syntax_error(
        flag.span,
        "unknown flag: " + keyword() + " takes " + written(flag) +
            " from docker/dockerfile:" + std::string(since) + labs(in_labs) +
            " on, and `# syntax=` asks for " + std::to_string(asked.major) +
            "." + std::to_string(asked.minor) + labs(frontend_.labs),
        "ask for the newer one"));
  }

  static std::string labs(bool is) { return is ? "-labs" : ""; }

  const Instruction& instruction_;
  const Frontend& frontend_;
  std::vector<Diagnostic>& problems_;
};

// BuildKit drops their flags, or takes any, without a word.
bool ignores_flags(const Instruction& it) {
  const auto* check = it.as<Healthcheck>();
  return it.keyword == Keyword::unknown ||
         lists::flag_ignoring_instructions.contains(to_string(it.keyword)) ||
         (check != nullptr && !check->command);
}

}  // namespace

// The flags of an ONBUILD's trigger are read when it fires.
void report_flags(Document& document) {
  const Frontend frontend = frontend_of(document);
  for (const Instruction& it : document.instructions) {
    if (it.flags.empty() || ignores_flags(it)) continue;
    FlagReader(it, frontend, document.problems).run();
  }
}

}  // namespace harden
