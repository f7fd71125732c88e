// The step-down, written into the text of a start script.
//
// At every point where the script hands over to the program as root, a guard
// starts the program through gosu or its like; the line itself stays as it is,
// for containers that are started with `--user`:
//
//     # Start the program without root (added by harden)
//     if [ "$(id -u)" = 0 ]; then
//         exec gosu 10001:10001 "$@"
//     fi
//     exec "$@"
//
// Where the command shares its line or is joined to others, all of this is
// written into that line.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source/diagnostic.h"
#include "follow/follow.h"
#include "image/start/step_down_tool.h"

namespace harden {

struct StepDownText {
  StepDownTool tool = StepDownTool::gosu;
  std::string words;  // "gosu 10001:10001"
  // What root does just before, one command each; a comment may stand above.
  struct Line {
    std::string comment;
    std::string command;
  };
  std::vector<Line> before = {};
  bool comments = true;
  // See unwrapped_command().
  bool plain_arguments = true;
};

// Why a hand-over cannot be changed.
struct ScriptProblem {
  Place place;
  std::string message;
  std::string help;
};

// The edits of one file of `followed`; empty when it needs none.
std::variant<std::vector<Edit>, ScriptProblem> script_edits(
    const Followed& followed, std::size_t file, const StepDownText& text);

// Whether script_edits changes this hand-over.
bool is_to_change(const HandOver& hand_over);

// "docker/entry.secure.sh" for "docker/entry.sh".
std::string secure_path(const std::string& path);

// The line that says where the text comes from, below `#!`.
// It names the Dockerfile too: the script has that one's user in it.
Edit mark_edit(std::string_view text, std::string_view made_from,
               std::string_view dockerfile);

}  // namespace harden
