// The programs that RUN lines start, with their arguments: what stands behind
// sudo and wrappers, in `sh -c '…'` and in `$(…)` too.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "command/package_call.h"
#include "command/shell_commands.h"

namespace harden::rule {

struct Call {
  std::size_t instruction = 0;
  const SimpleCommand* command = nullptr;
  // "curl" of `sudo /usr/bin/curl`; empty when the file does not tell it.
  std::string_view program = {};
  // The program and what it gets, of the command's own words; empty for
  // assignments alone. Spans are those of the text that it stands in.
  std::span<const ShellWord> argv = {};
  // In the text of the RUN: the command, or the word that it is nested in.
  Span span = {};
  // Stands in a word of the RUN, not in its own text.
  bool nested = false;
  bool by_sudo = false;
  bool may_be_shell = false;
  // Where it is a package manager's.
  std::optional<PackageRequest> package = {};
  // Its neighbours in a pipe, by their places in Calls::all().
  std::optional<std::size_t> writer = {}, reader = {};
};

// Without its place. The command has to outlive it.
Call call_of(const SimpleCommand& command);

class Calls {
 public:
  // So many will come, at least.
  void reserve(std::size_t calls) { calls_.reserve(calls); }
  // The commands of a RUN, which stay where they are. RUNs are added in the
  // order of the file.
  void add(std::size_t instruction, const std::vector<SimpleCommand>& commands);

  // Each is followed by those that it starts in turn.
  const std::vector<Call>& all() const { return calls_; }
  std::span<const Call> of(std::size_t instruction) const;
  // Null when it reads no pipe.
  const Call* writer(const Call& call) const;
  // Those that read each other's output, beginning with `first`; the first of
  // them where there are very many.
  std::vector<const Call*> pipeline(const Call& first) const;

 private:
  // Where a text stands, when that is a word.
  struct Place {
    std::size_t instruction;
    std::optional<Span> word;
    unsigned depth;
  };

  void add_text(const Place& place, const std::vector<SimpleCommand>& commands);
  void add_scripts(std::size_t outer, const Place& place);

  std::vector<Call> calls_;
  // Of each instruction up to the last RUN: its first call, or the next one.
  std::vector<std::size_t> first_;
  // Of the scripts in words; a deque keeps their addresses.
  std::deque<std::vector<SimpleCommand>> nested_;
};

// "python" of "python3.12".
std::string_view unversioned(std::string_view program);

// The texts of `$(…)` and `<(…)` in a word.
std::vector<std::string_view> substitutions(std::string_view word);

}  // namespace harden::rule
