// Follows a start script from its first line to the program that it starts, as
// root, and says what it does on the way.
//
// This is an abstract interpretation: values that the script's text, CMD and
// the state "started as root" tell are worked out (`$(id -u)` is 0, `$1` is
// what CMD says), everything else is unknown, and where a condition is unknown
// both branches are followed. ShellVariables of the environment count as
// unknown where a condition asks for them, because `docker run -e` sets them at
// will. Nothing is ever run. Time is bounded by a budget; beyond it the script
// is `lost`.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"
#include "command/command_meaning.h"
#include "command/field.h"
#include "command/variable_source.h"

namespace harden {

struct ScriptFile {
  std::string image_path;    // absolute: "/docker-entrypoint.sh"
  std::string context_path;  // where it lies in the build context; may be empty
  std::string text;
};

// The files of the image, as far as they are at hand.
class ScriptFiles {
 public:
  virtual ~ScriptFiles() = default;
  // A shell script by its path, or by a name that PATH finds. nullopt when it
  // is not at hand or no shell script.
  virtual std::optional<ScriptFile> find(std::string_view program) const = 0;
};

struct Place {
  std::size_t file = 0;  // index in Followed::files
  Span span;             // in that file's text
};

// A point where the script starts the program of the container.
struct HandOver {
  enum class Form : std::uint8_t {
    exec,  // `exec PROGRAM …`
    last,  // the last command, in the foreground, without exec
  };
  Form form = Form::exec;
  Place place;  // the simple command, redirections included
  // The word behind `exec` and its flags, or the first word.
  Span program;
  // As whom. `root` is what a step-down is for.
  enum class As : std::uint8_t { root, account, unknown };
  As as = As::root;
  // Set when one of those tools is there, whatever the account.
  std::optional<StepDownCall> step_down;
  // What is started in the end, without exec, wrappers (tini, env, nice …) and
  // step-down. Of `su -c LINE`: the words of the line when it is one command.
  std::vector<Field> argv;
  // An init that stays in front as root: `tini -- gosu app server`.
  bool behind_init = false;
  // It starts this very script again, as `account`.
  bool again = false;
  // Only in a subshell, a pipeline or in the background of a group: `exec`
  // would not replace the script.
  bool in_subshell = false;
};

// What the script does before, while it is root.
struct RootAct {
  Place place;  // the command
  Act act;
};

// Something that starts and stays beside the program.
struct Service {
  Place place;
  std::string text;  // "`crond`", for messages
};

struct Lost {
  Place place;
  std::string because;  // "`eval` runs what the script's text does not tell"
};

// What runs as root and may be anything.
struct Untold {
  Place place;
  std::string because;  // "runs what standard input says"
  // Of a script that root did not start: sudo or its like makes it root.
  bool elevated = false;
};

struct Followed {
  std::vector<ScriptFile> files;     // the script first, then what it sources
  std::vector<HandOver> hand_overs;  // in the order of their places
  std::vector<RootAct> acts;         // in the order in which they happen
  // Programs that it runs on the way, for all one can tell: of an application,
  // or unknown. They may write anywhere.
  std::vector<Place> ran;
  std::vector<Service> services;
  std::optional<Lost> lost;
  std::vector<Untold> untold;  // each place once
  // The end of the script is reached without starting a program.
  bool may_end = false;
  // `trap` is set when a hand-over of form `last` is reached.
  bool traps = false;
  // The script is started again by `exec gosu USER "$0" "$@"`.
  bool starts_itself = false;

  // Every hand-over is made as another account than root, and there is one.
  bool hands_over_to_accounts() const;
  // The same, and nothing else may be the program.
  bool steps_down_always() const;
};

struct FollowInput {
  ScriptFile script;
  // $1 …, as ENTRYPOINT and CMD give them; nullopt: nobody knows.
  std::optional<std::vector<std::string>> arguments;
  std::string workdir;  // empty when not known
  // ENV of the image: values for paths and programs, not for conditions.
  const VariableSource* environment = nullptr;
  const ScriptFiles* files = nullptr;
  bool as_root = true;
  // As the start names it (`bash FILE`); empty: what `#!` says.
  std::string shell = {};
  // Whether sudo or its kind may be in the image: who gave up root may be root
  // again. Asked at most once, and only where it matters; empty: it is not.
  std::function<bool()> may_elevate = {};
};

Followed follow_script(const FollowInput& input);

// 1-based line of a place, "docker-entrypoint.sh:14" for messages.
std::size_t line_of(const Followed& followed, const Place& place);
std::string text_of(const Followed& followed, const Place& place);

}  // namespace harden
