#include "command/command_meaning.h"

#include <algorithm>
#include <utility>

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

Interpreter find_interpreter(std::string_view name) {
  for (const auto& list :
       {owner_interpreters(), write_interpreters(), archive_interpreters(),
        fetch_interpreters(), search_interpreters(), system_interpreters()}) {
    const auto found = std::ranges::find(list, name, &NamedInterpreter::name);
    if (found != list.end()) return found->read;
  }
  return nullptr;
}

Meaning unknown_meaning(std::string reason) {
  Act act;
  act.reason = std::move(reason);
  Meaning meaning;
  meaning.acts.push_back(std::move(act));
  return meaning;
}

bool is_init_script(std::string_view program) {
  return program.starts_with("/etc/init.d/") ||
         program.starts_with("/etc/rc.d/init.d/");
}

Meaning of_program(std::string_view name) {
  Meaning meaning;
  if (const ShippedScript* script = find_start_script(name)) {
    if (!script->needs_root.empty()) {
      return unknown_meaning(std::string(script->needs_root));
    }
    meaning.application = true;
    return meaning;
  }
  if (find_runtime_of_program(name) != nullptr) {
    meaning.application = true;
    return meaning;
  }
  return unknown_meaning("may need root: nobody knows what it does");
}

Meaning of_facts(const CommandFacts& facts, std::span<const Field> argv) {
  Meaning meaning;
  meaning.application = facts.use == Use::application;
  // A wrapper alone starts nothing.
  meaning.tool = facts.use == Use::tool || facts.use == Use::root ||
                 facts.use == Use::wrapper;
  if (facts.use == Use::steps_down) {
    return unknown_meaning("starts a program in a way that is not understood");
  }
  if (needs_root_with(facts, argv)) meaning.acts = acts_of(facts);
  return meaning;
}

Meaning of_interpreter(Interpreter read, const CommandLine& line) {
  Meaning meaning;
  meaning.acts = read(line);
  meaning.tool = true;
  return meaning;
}

// What another user does is none of root's matters.
Meaning of_step_down(const StepDownCall& call, const CommandLine& line) {
  if (!call.to_root && call.known) return {};
  if (call.shell_line) {
    return unknown_meaning("runs a line of shell that is not read here");
  }
  if (call.command >= line.argv.size()) return {};
  return meaning_within(line.argv.subspan(call.command), line);
}

// `wait-for-it db:5432 -t 30 -- COMMAND …`: it may also only wait.
Meaning of_waiting(const CommandLine& line) {
  const auto dashes = std::ranges::find(line.argv, "--", &Field::value);
  if (line.argv.end() - dashes > 1) {
    return meaning_within({dashes + 1, line.argv.end()}, line);
  }
  Meaning meaning;
  meaning.tool = true;
  return meaning;
}

Meaning meaning_of_program(const CommandLine& line) {
  const std::span<const Field> argv = line.argv;
  if (!argv[0].known) {
    return unknown_meaning("may need root: nobody knows which program it is");
  }
  if (const auto call = step_down_call(argv)) return of_step_down(*call, line);
  const std::string_view name = program_name(argv[0]);
  if (lists::waiting_scripts.contains(name)) return of_waiting(line);
  const bool init = is_init_script(argv[0].value);
  if (const auto read = find_interpreter(init ? "/etc/init.d" : name)) {
    return of_interpreter(read, line);
  }
  if (const CommandFacts* facts = find_command(name)) {
    return of_facts(*facts, argv);
  }
  return of_program(name);
}

Meaning meaning_at(std::span<const Field> argv,
                   const std::optional<std::string>& folder, int depth) {
  if (depth > deepest) return unknown_meaning("is too deep to be followed");
  argv = argv.subspan(behind_wrappers(argv));
  // `busybox chown …`
  while (argv.size() > 1 && argv[0].known && is_multi_call(argv[0].value)) {
    argv = argv.subspan(1);
  }
  if (!argv.empty()) return meaning_of_program({argv, folder, depth});
  Meaning nothing;
  nothing.tool = true;
  return nothing;
}

}  // namespace

Meaning meaning_within(std::span<const Field> argv, const CommandLine& outer) {
  return meaning_at(argv, outer.folder, outer.depth + 1);
}

Meaning meaning_of(std::span<const Field> argv,
                   const std::optional<std::string>& folder) {
  return meaning_at(argv, folder, 0);
}

}  // namespace harden
