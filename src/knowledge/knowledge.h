// What templates/*.json says about images, distributions and runtimes. The
// tables are compiled in as constants: nothing is parsed at start-up.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/base_image.h"

namespace harden {

// The images of templates/base_images.json.
const BaseImages& builtin_bases();

// Asks several sources in turn; the first that knows an image answers.
class LayeredBases : public BaseImages {
 public:
  explicit LayeredBases(std::vector<std::shared_ptr<const BaseImages>> layers);
  std::optional<BaseImage> find(std::string_view reference) const override;

 private:
  std::vector<std::shared_ptr<const BaseImages>> layers_;
};

// How a distribution creates users: templates/distributions.json. The strings
// hold the placeholders {name}, {group}, {uid}, {gid}, {home}, {shell}.
struct UserCommands {
  // Run first when the tools are missing, unless the image has its own
  // (BaseImage::install_tools). May be empty.
  std::string_view install_tools;
  std::string_view add_group;
  std::string_view add_user;
  // The same for an account of the system, below 1000. Empty: not known.
  std::string_view add_system_group;
  std::string_view add_system_user;
  std::string_view nologin;  // "/usr/sbin/nologin"
};
// Null for families where no command can (distroless, scratch, windows). For
// Family::unknown and busybox lines are written to /etc/passwd and /etc/group.
const UserCommands* user_commands(Family family);

const Runtime* find_runtime(std::string_view id);
// By the name of a program: "node", "npm", "python3", "gunicorn".
const Runtime* find_runtime_of_program(std::string_view program);

// A text in a program's sources that shows what it needs beside itself.
struct SourceSign {
  enum class Needs : std::uint8_t {
    libraries,  // shared objects that its own name, or that glibc loads
    plugins,    // shared objects that it loads by name
    programs,   // other programs, or a shell
  };
  std::string_view text;
  Needs needs = Needs::programs;
  std::string_view means;  // "uses cgo"
};
// Libraries of the language that need more than themselves: "pdfkit".
struct NeedyModule {
  std::string_view name;
  SourceSign::Needs needs = SourceSign::Needs::programs;
};

// What programs of a runtime need in an image from scratch, and how that is
// seen: `scratch` in templates/runtimes.json. Patterns are those of
// base/glob/glob.h (is_wildcard).
struct ScratchFacts {
  using Names = std::span<const std::string_view>;

  Names folders;  // its own; taken where they are there
  // Pattern of its interpreter's name, and how it is called.
  std::string_view interpreter;
  Names interpreters;
  // Arguments with which that one prints its folders, one a line.
  Names asks;
  // Patterns of names that are left out below those folders that fit the
  // pattern `leaves_out_in`.
  Names leaves_out;
  std::string_view leaves_out_in;
  Names environment;   // "NAME=value", where the image does not set NAME
  Names packages;      // patterns: they bring it, or libraries for it
  Names installers;    // commands that install below its folders: pip
  Names source_files;  // patterns of paths; none: its programs have no sources
  Names not_source_files;
  Names module_files;  // patterns of files that list modules: go.mod
  std::span<const SourceSign> signs;
  std::span<const NeedyModule> modules;
};

// The lines of a section of templates/rootfs.sh or strace.sh, comments
// included; throws std::logic_error for a name that neither has.
std::span<const std::string_view> script_section(std::string_view name);

// Whether the text fits a pattern, in which `*` stands for any text, also
// across `/`, and `?` for one character.
bool matches_any(std::span<const std::string_view> patterns,
                 std::string_view text);

// What a command is, whatever its arguments: templates/commands.json.
struct CommandFacts {
  enum class Use : std::uint8_t {
    tool,         // ends at once, and anybody may run it
    application,  // the program of an application, or what runs one
    root,         // ends at once, and works for root only
    service,      // stays, and works for root only: crond, sshd
    wrapper,      // starts the program behind its own options: env, nice, tini
    steps_down,   // starts the program behind its options as another user
  };
  // What root does with it; the kinds of Act.
  enum class Effect : std::uint8_t {
    none,
    owner,
    mode,
    write,
    account,
    package,
    kernel,
    service,
    system,
  };
  using Names = std::span<const std::string_view>;

  std::string_view name;
  Use use = Use::tool;
  Effect effect = Effect::none;
  std::string_view path;  // what it writes; may be empty
  Names capabilities;     // "CHOWN"
  std::string_view reason;
  std::string_view remedy;
  // It needs root only with one of these arguments (`ip addr add`); empty:
  // always. `*` stands for any text.
  Names only_with;
  // It needs no root with one of these: options wherever they stand, others
  // only as the first operand.
  Names not_with;
  // With so few operands it only shows something (`hostname`, `ifconfig eth0`).
  std::optional<std::uint8_t> shows_with;
  // A wrapper that is made to be the first process: tini.
  bool init = false;
  // It starts the program as root, unless an option says otherwise: sudo.
  bool elevates = false;
  // It may wait for the program instead of becoming it: su.
  bool waits = false;
  // It starts the program as often as its input says: xargs.
  bool repeats = false;
  // Of those and of wrappers: options that take the next word, operands before
  // the program, and whether NAME=value may stand there.
  Names value_options;
  std::uint8_t operands = 0;
  bool assignments = false;
};
// By path or name; null when nothing is known.
const CommandFacts* find_command(std::string_view program);

// A start script that a package or an official image brings, and that no build
// context shows: catalina.sh, docker-php-entrypoint.
struct ShippedScript {
  std::string_view name;
  // Why only root can start it: "starts services under other users". Empty:
  // any user can.
  std::string_view needs_root;
  std::string_view runtime;  // what it starts, for find_runtime; may be empty
  // It hands its arguments over to the program that they name.
  bool starts_arguments = false;
  std::string_view source;
};
// By path or name; null when nothing is known.
const ShippedScript* find_start_script(std::string_view program);

// How a tool that starts a program as another user gets into an image:
// templates/step_down_tools.json.
struct StepDownPackage {
  using Names = std::span<const std::string_view>;

  std::string_view tool;         // "gosu"
  std::optional<Family> family;  // nullopt: any
  Names not_in;                  // parts of base images' names that lack it
  Names commands;                // bring it and try it; for RUN
  std::string_view copy;         // behind COPY, before them; may be empty
};
// The first that fits an image named so; null when none does.
const StepDownPackage* find_step_down_package(std::string_view tool,
                                              Family family,
                                              std::string_view base);

}  // namespace harden
