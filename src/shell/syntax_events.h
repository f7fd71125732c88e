// The tree of grammar/ShellParser.g4 as a sequence of events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "shell/grammar/rule_event.h"
#include "shell/pieces.h"

namespace harden::shell {

using Event = RuleEvent;

// Numbered as in the grammar.
enum class Rule : std::uint8_t {
  statement,
  list,
  and_or,
  pipeline,
  command,
  array,
  redirection,
  compound,
  word_list,
  case_item,
  case_body,
};

// Runs the generated parser.
class SyntaxReader {
 public:
  explicit SyntaxReader(const std::vector<Unit>& units);
  ~SyntaxReader();

  // The events of the statement that begins at a group; empty when there is
  // none. Valid until the next call.
  const std::vector<Event>& statement(std::size_t group);
  // Behind the statement, or where it cannot be read on.
  std::size_t stopped_at() const;

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace harden::shell
