// What a command of harden is made of.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "cli/options/option_set.h"

namespace harden::cli {

// Exit statuses; for several files the highest counts.
enum Status : int { done = 0, not_shown = 1, failed = 2 };

class Command {
 public:
  virtual ~Command() = default;

  // Where the values of its options go: into itself.
  virtual void declare(OptionSet& set) = 0;
  // The exit status. Throws what it cannot handle: BadInput, UsageError,
  // OutputError.
  virtual int run() const = 0;
};

// The command of a struct of arguments, which declares its options itself:
//
//   struct ListArguments : ColourArguments {
//     static const CommandHelp help;
//     void declare(OptionSet& set);
//   };
//   int run(const ListArguments& arguments);
template <typename Arguments>
int run_command(const Arguments& arguments) {
  return run(arguments);  // the one that is declared beside the struct
}
template <typename Arguments>
class CommandOf final : public Command {
 public:
  void declare(OptionSet& set) override { arguments_.declare(set); }
  int run() const override { return run_command(arguments_); }

  const Arguments& arguments() const { return arguments_; }

 private:
  Arguments arguments_;
};

// A command, or a verb of one.
struct NamedCommand {
  std::string_view word;  // empty: harden itself
  std::string_view verb;  // empty: the command itself
  const CommandHelp& help;
  std::unique_ptr<Command> (*make)();
};

// Harden itself is the first; the verbs of a command stand behind it.
std::span<const NamedCommand> all_commands();

}  // namespace harden::cli
