// Where a command stands in a script, and what may be written around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source/source_file.h"
#include "shell/shell_script.h"

namespace harden {

struct ScriptSite {
  const shell::Command* command = nullptr;  // a Simple
  // No `&&`, `||`, `!`, `|` or `&` joins it to others.
  bool by_itself = false;
  bool in_pipeline = false;
  bool behind_word = false;  // `!` or `time`, which want a command
  bool background = false;

  const shell::Simple& simple() const { return *command->as<shell::Simple>(); }
};

// The simple command with exactly this span; nullopt when there is none, as in
// a text that `eval` runs.
std::optional<ScriptSite> find_site(const shell::Script& script, Span span);

// What stands before a command on its line, and how that line ends.
struct ScriptLine {
  std::uint32_t begin = 0;
  std::string indent;
  bool begins = false;  // nothing but blanks stands before the command
  std::string newline = "\n";
};
ScriptLine line_at(std::string_view text, std::uint32_t offset);

// By how much the script indents: a tab, or so many blanks.
std::string indent_step(std::string_view text);

}  // namespace harden
