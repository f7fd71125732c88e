// Where a shell text calls sudo, and which of its words can be taken away when
// root runs it anyway.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"
#include "command/shell_commands.h"

namespace harden {

struct SudoUse {
  Span word;         // `sudo` itself, in the text
  std::string runs;  // the program that it starts; may be empty
  // `sudo`, its options and their values.
  std::vector<Span> removable;
  Span whole;  // from `sudo` to where the words behind these begin
  // Why they must stay; empty when the text does the same without them.
  std::string kept_because;
};

// In the order of the text, those in `$(…)`, behind `xargs`, `env`,
// `find -exec` and in `sh -c '…'` included. Only asking whether sudo is there
// (`command -v sudo`) or installing it is not a use of it. The text may be that
// of a RUN or of a whole script.
std::vector<SudoUse> sudo_uses(std::string_view text);

// Whether a command in exec form calls sudo.
bool uses_sudo(std::vector<std::string> argv);

}  // namespace harden
