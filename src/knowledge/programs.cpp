#include "knowledge/programs.h"

#include "base/text/paths.h"
#include "knowledge/knowledge.h"
#include "knowledge/lists/building.h"
#include "knowledge/lists/programs.h"

namespace harden {

bool is_shell(std::string_view program) {
  return lists::shells.contains(base_name(program));
}

bool may_be_shell(std::string_view program) {
  return is_shell(program) || is_multi_call(program);
}

bool is_multi_call(std::string_view program) {
  return lists::multi_call_programs.contains(base_name(program));
}

bool is_init(std::string_view program) {
  const CommandFacts* facts = find_command(program);
  return facts != nullptr && facts->init;
}

bool is_c_compiler(std::string_view program) {
  const std::string_view name = base_name(program);
  return lists::c_compilers.contains(name) || name == "musl-gcc" ||
         name.ends_with("-gcc") || name.ends_with("-g++");
}

bool waits_for_program(std::string_view program) {
  const CommandFacts* facts = find_command(program);
  return facts != nullptr && facts->waits;
}

}  // namespace harden
