// The tree of grammar/ShellParser.g4 as a sequence of events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "shell/pieces.h"

namespace harden::shell {

struct Event {
  enum class Kind : std::uint8_t { enter, leave, symbol };
  Kind kind;
  std::uint32_t value;  // of enter: the rule; of symbol: the group
};

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

// Runs the generated parser. It makes no tree of its own: that would cost
// several allocations a symbol.
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
  class Stream;
  std::unique_ptr<Stream> stream_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace harden::shell
