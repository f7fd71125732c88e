#include "image/start/program_kinds.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

constexpr std::string_view blanks = " \t\r";

}  // namespace

// The interpreter may stand behind `env` and its flags, or busybox.
bool has_shell_shebang(std::string_view content) {
  if (!content.starts_with("#!")) return false;
  std::string_view line = content.substr(2, content.find('\n') - 2);
  while (!line.empty()) {
    const std::size_t begin = line.find_first_not_of(blanks);
    if (begin == std::string_view::npos) break;
    line.remove_prefix(begin);
    const std::string_view word = line.substr(0, line.find_first_of(blanks));
    if (is_shell(word)) return true;
    line.remove_prefix(word.size());
  }
  return false;
}

bool has_suffix_of_script(std::string_view path) {
  const std::string_view name = base_name(path);
  return name.ends_with(".sh") || name.ends_with(".bash");
}

bool is_name_of_script(std::string_view path) {
  const std::string_view name = base_name(path);
  if (name.find('.') != std::string_view::npos) {
    return has_suffix_of_script(path);
  }
  for (std::string_view part : {"entrypoint", "entry-point", "startup"}) {
    if (name.find(part) != std::string_view::npos) return true;
  }
  return name == "start" || name == "run" || name == "init" || name == "boot";
}

bool may_be_script(std::string_view path) {
  return base_name(path).find('.') == std::string_view::npos ||
         has_suffix_of_script(path);
}

namespace {

using Use = CommandFacts::Use;

// `ip addr` and the like need root for some arguments only, which nobody asks
// about here.
bool always_needs_root(const CommandFacts& facts) {
  const bool by_root = facts.use == Use::root || facts.use == Use::service;
  return by_root && facts.only_with.empty() && !facts.shows_with;
}

}  // namespace

const RootProgram* find_root_program(std::string_view program) {
  // A script of the image's own (s6-overlay's, for one), no init system.
  if (program == "/init") return nullptr;
  const CommandFacts* facts = find_command(program);
  return facts != nullptr && always_needs_root(*facts) ? facts : nullptr;
}

bool steps_down(std::string_view program) {
  const CommandFacts* facts = find_command(program);
  return facts != nullptr && facts->use == Use::steps_down;
}

bool is_only_in_shells(std::string_view name) {
  return is_one_of(
      name,
      {".",         ":",        "alias",    "bg",       "bind",    "break",
       "builtin",   "caller",   "case",     "cd",       "command", "compgen",
       "complete",  "compopt",  "continue", "coproc",   "declare", "dirs",
       "disown",    "do",       "done",     "elif",     "else",    "enable",
       "esac",      "eval",     "exec",     "exit",     "export",  "fc",
       "fg",        "fi",       "for",      "function", "getopts", "hash",
       "help",      "history",  "if",       "in",       "jobs",    "let",
       "local",     "logout",   "mapfile",  "popd",     "pushd",   "read",
       "readarray", "readonly", "return",   "select",   "set",     "shift",
       "shopt",     "source",   "suspend",  "then",     "time",    "times",
       "trap",      "type",     "typeset",  "ulimit",   "umask",   "unalias",
       "unset",     "until",    "wait",     "while",    "!",       "[[",
       "((",        "{",        "}"});
}

bool is_builtin_with_program(std::string_view name) {
  return is_one_of(
      name, {"[", "echo", "false", "kill", "printf", "pwd", "test", "true"});
}

}  // namespace harden
