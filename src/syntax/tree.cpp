#include "syntax/tree.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "DockerfileParser.h"
#include "grammar/symbol_stream.h"

namespace harden::syntax {
namespace {

InstructionRange range_of(antlr4::ParserRuleContext& instruction,
                          std::size_t lexeme_count) {
  std::size_t end = instruction.getStop()->getTokenIndex() + 1;
  return {instruction.getStart()->getTokenIndex(), std::min(end, lexeme_count)};
}

}  // namespace

std::vector<InstructionRange> parse_tree(const std::vector<Lexeme>& lexemes) {
  SymbolStream stream(lexemes, [](const Lexeme& it) {
    return static_cast<std::size_t>(it.symbol);
  });
  grammar::DockerfileParser parser(&stream);
  parser.removeErrorListeners();
  parser.setErrorHandler(std::make_shared<SilentBail>());
  std::vector<InstructionRange> result;
  try {
    for (antlr4::tree::ParseTree* child : parser.dockerfile()->children) {
      if (auto* instruction =
              dynamic_cast<grammar::DockerfileParser::InstructionContext*>(
                  child)) {
        result.push_back(range_of(*instruction, lexemes.size()));
      }
    }
  } catch (const antlr4::ParseCancellationException&) {
    throw std::logic_error("the grammar refuses a sequence of tokens");
  }
  return result;
}

}  // namespace harden::syntax
