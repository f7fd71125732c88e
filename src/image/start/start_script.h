// The start script of an image, followed to the program that it starts: what
// it does as root, and as whom the program runs in the end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "follow/follow.h"
#include "image/files/copied_file.h"
#include "image/stage_view.h"
#include "image/start/start_program.h"
#include "image/user/refusal.h"
#include "image/user_wishes.h"

namespace harden {

struct StartScript {
  CopiedFile file;    // where the script comes from
  std::string name;   // for messages: "docker-entrypoint.sh"
  Followed followed;  // started as root, with CMD's arguments
  // The same as another user, when it starts itself again as one.
  Followed unprivileged;

  enum class Kind {
    steps_down,   // every path to the program gives up root
    needs_root,   // does something as root, and then starts the program
    needs_none,   // does nothing that needs root
    not_followed  // see `refusal`
  };
  Kind kind = Kind::not_followed;
  // The accounts that it steps down to: "redis". Not empty for steps_down;
  // for needs_root when only some paths do.
  std::vector<std::string> accounts;
  // The first hand-over that keeps root; none for steps_down.
  std::optional<std::size_t> root_hand_over;  // index in followed.hand_overs
  // What it did as root before, most telling first; indices in followed.acts.
  std::vector<std::size_t> root_acts;
  // In the order of Capability, each once; SETUID and SETGID included when it
  // steps down or is to.
  std::vector<Capability> capabilities;
  // Why it is left alone; for not_followed.
  std::string refusal;
  // Of not_followed: the refusal is also why nobody can tell whether it gives
  // up root. No path that is followed starts a program as root.
  bool untold = false;
  std::string help;
  Span span;  // of the ENTRYPOINT or CMD
  // The programs that it starts in the end, by name: "redis-server".
  std::vector<std::string> programs;
  // The same with their arguments.
  std::vector<StartCommand> commands;
  // To whom it gives files: the account that the program is meant for. Empty
  // when it names none or several.
  std::string gives_to;

  // "docker-entrypoint.sh:14"
  std::string place(const Place& place) const;
};

// nullopt when the image does not start with a script of the build context
// (or of a heredoc in the file), or nothing of it is at hand. `start` is what
// start_program() tells of the stage.
std::optional<StartScript> start_script(const StageView& stage,
                                        const StartProgram& start);

// "docker-entrypoint.sh:14"
std::string place_in(const Followed& followed, const Place& place);

// The same script, started as another user than root.
std::optional<Followed> follow_as_account(const StageView& stage,
                                          const StartProgram& start);

// The same script with arguments that nobody knows, as `docker run IMAGE …`
// gives them; nullopt where start_script has no answer.
std::optional<Followed> follow_with_any_arguments(const StageView& stage);

}  // namespace harden
