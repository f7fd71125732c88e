// The programs that RUN lines start, with their arguments: what stands behind
// sudo and wrappers, in `sh -c '…'` and in `$(…)` too.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "model/shell_commands.h"
#include "script/field.h"

namespace harden::lint_rules {

struct RunCommand;

struct Call {
  std::size_t instruction = 0;
  const model::SimpleCommand* command = nullptr;
  // The program and what it gets; empty for assignments alone. The spans are
  // those of the RUN's text; of a script in a word, that word's.
  std::vector<script::Field> argv;
  // Whether the spans are those of the very arguments.
  bool own_spans = true;
  // Calls of one text have the same number, and follow each other.
  std::size_t text = 0;
  // The word that holds the script; of an own text, the command.
  Span span;

  // "curl" of `sudo /usr/bin/curl`; empty when the file does not tell it.
  std::string_view program() const;
};

class Calls {
 public:
  explicit Calls(const std::vector<RunCommand>& commands);

  const std::vector<Call>& all() const { return calls_; }
  // Those that read each other's output, beginning with the one at `at`; the
  // first of them where there are very many.
  std::span<const Call> pipeline(std::size_t at) const;
  // Whether the one before writes into it.
  bool reads_pipe(std::size_t at) const;

 private:
  void add_scripts(const Call& outer, unsigned depth);
  void add_text(const Call& outer, Span place, std::string_view text,
                unsigned depth);

  std::vector<Call> calls_;
  // Of the scripts in words; a deque keeps their addresses.
  std::deque<std::vector<model::SimpleCommand>> nested_;
  std::size_t texts_ = 0;
};

bool is_shell(std::string_view program);
// The script of `sh -ec '…'`; none when it is not given so.
const script::Field* script_argument(std::span<const script::Field> argv);
// The texts of `$(…)` and `<(…)` in a word.
std::vector<std::string_view> substitutions(std::string_view word);

}  // namespace harden::lint_rules
