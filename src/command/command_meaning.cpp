#include "command/command_meaning.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "base/text/word_index.h"
#include "command/argument_options.h"
#include "command/command_facts.h"
#include "command/interpreters.h"
#include "command/wrappers.h"
#include "knowledge/knowledge.h"
#include "knowledge/lists/programs.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

using Use = CommandFacts::Use;

// `find -exec env find -exec …`: deeper than anybody writes.
constexpr int deepest = 8;

// What a command does, before it is turned into what it takes.
struct Reading {
  Effects effects;
  bool application = false;
  bool tool = false;
};

Reading unknown_reading(std::string reason) {
  Act act;
  act.reason = std::move(reason);
  Reading reading;
  reading.effects.others.push_back(std::move(act));
  return reading;
}

bool is_init_script(std::string_view program) {
  return program.starts_with("/etc/init.d/") ||
         program.starts_with("/etc/rc.d/init.d/");
}

Reading of_program(std::string_view name) {
  Reading reading;
  if (const ShippedScript* script = find_start_script(name)) {
    if (!script->needs_root.empty()) {
      return unknown_reading(std::string(script->needs_root));
    }
    reading.application = true;
    return reading;
  }
  if (find_runtime_of_program(name) != nullptr) {
    reading.application = true;
    return reading;
  }
  return unknown_reading("may need root: nobody knows what it does");
}

Reading of_facts(const CommandFacts& facts, const CommandWords& argv) {
  if (facts.use == Use::steps_down) {
    return unknown_reading("starts a program in a way that is not understood");
  }
  Reading reading;
  reading.application = facts.use == Use::application;
  // A wrapper alone starts nothing.
  reading.tool = facts.use == Use::tool || facts.use == Use::root ||
                 facts.use == Use::wrapper;
  if (needs_root_with(facts, argv)) reading.effects.others = acts_of(facts);
  return reading;
}

Reading reading_at(CommandWords argv, const std::optional<std::string>& folder,
                   int depth);

Reading reading_within(const CommandWords& argv, const CommandLine& outer) {
  return reading_at(argv, outer.folder, outer.depth + 1);
}

// What another user does is none of root's matters.
Reading of_step_down(const StepDownCall& call, const CommandLine& line) {
  if (!call.to_root && call.known) return {};
  if (call.shell_line) {
    return unknown_reading("runs a line of shell that is not read here");
  }
  if (call.command >= line.argv.size()) return {};
  return reading_within(line.argv.behind(call.command), line);
}

// `wait-for-it db:5432 -t 30 -- COMMAND …`: it may also only wait.
Reading of_waiting(const CommandLine& line) {
  std::size_t at = 0;
  while (at < line.argv.size() && line.argv[at].text != "--") ++at;
  if (at + 1 < line.argv.size()) {
    return reading_within(line.argv.behind(at + 1), line);
  }
  Reading reading;
  reading.tool = true;
  return reading;
}

Reading reading_of_program(const CommandLine& line) {
  const CommandWord program = line.argv.front();
  if (!program.known) {
    return unknown_reading("may need root: nobody knows which program it is");
  }
  if (const auto call = step_down_call(line.argv)) {
    return of_step_down(*call, line);
  }
  const std::string_view name = program_name(program);
  if (lists::waiting_scripts.contains(name)) return of_waiting(line);
  const bool init = is_init_script(program.text);
  if (const auto read = find_interpreter(init ? "/etc/init.d" : name)) {
    Reading reading;
    reading.effects = read(line);
    reading.tool = true;
    return reading;
  }
  if (const CommandFacts* facts = find_command(name)) {
    return of_facts(*facts, line.argv);
  }
  return of_program(name);
}

Reading reading_at(CommandWords argv, const std::optional<std::string>& folder,
                   int depth) {
  if (depth > deepest) return unknown_reading("is too deep to be followed");
  argv = argv.behind(behind_wrappers(argv));
  // `busybox chown …`
  while (argv.size() > 1 && argv[0].known && is_multi_call(argv[0].text)) {
    argv = argv.behind(1);
  }
  if (!argv.empty()) return reading_of_program({argv, folder, depth});
  Reading nothing;
  nothing.tool = true;
  return nothing;
}

// The files of a `cp -a a b FOLDER` take the same, at most two acts each.
bool is_among_last(const Act& act, const std::vector<Act>& acts) {
  const std::size_t before =
      acts.size() - std::min<std::size_t>(acts.size(), 2);
  return std::any_of(acts.begin() + static_cast<std::ptrdiff_t>(before),
                     acts.end(), [&](const Act& it) {
                       return it.kind == act.kind && it.path == act.path &&
                              it.recursive == act.recursive &&
                              it.account == act.account;
                     });
}

struct InterpreterTable {
  InterpreterTable() {
    for (const auto& list :
         {owner_interpreters(), write_interpreters(), archive_interpreters(),
          fetch_interpreters(), search_interpreters(), system_interpreters()}) {
      rows.insert(rows.end(), list.begin(), list.end());
    }
    slots.resize(std::bit_ceil(2 * rows.size()));
    fill_slots(slots, rows, &NamedInterpreter::name);
  }

  std::vector<NamedInterpreter> rows;
  std::vector<std::uint16_t> slots;
};

}  // namespace

Interpreter find_interpreter(std::string_view name) {
  static const InterpreterTable all;
  const NamedRows<NamedInterpreter, &NamedInterpreter::name> rows(all.rows,
                                                                  all.slots);
  const NamedInterpreter* found = rows.find(name);
  return found == nullptr ? nullptr : found->read;
}

Effects effects_within(const CommandWords& argv, const CommandLine& outer) {
  return reading_within(argv, outer).effects;
}

Meaning meaning_of(const CommandWords& argv,
                   const std::optional<std::string>& folder) {
  Reading reading = reading_at(argv, folder, 0);
  Meaning meaning{{}, reading.application, reading.tool};
  for (const FileEffect& it : reading.effects.files) {
    std::vector<Act> acts;
    add_acts(it, acts);
    for (Act& act : acts) {
      if (!is_among_last(act, meaning.acts)) {
        meaning.acts.push_back(std::move(act));
      }
    }
  }
  std::ranges::move(reading.effects.others, std::back_inserter(meaning.acts));
  return meaning;
}

}  // namespace harden
