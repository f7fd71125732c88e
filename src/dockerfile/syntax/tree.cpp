#include "dockerfile/syntax/tree.h"

#include <stdexcept>

#include "DockerfileParser.h"

namespace harden {
namespace {

class TreeParser final : public grammar::DockerfileParser {
 public:
  explicit TreeParser(const std::vector<Lexeme>& lexemes)
      : DockerfileParser(nullptr) {
    set_symbols(lexemes, [](const Lexeme& it) { return it.symbol; });
  }

  std::vector<InstructionRange> run() {
    parse_at(0, [this] { dockerfile(); });
    if (events().empty()) {
      throw std::logic_error("the grammar refuses a sequence of tokens");
    }
    return instructions();
  }

 private:
  std::vector<InstructionRange> instructions() const {
    using Kind = RuleEvent::Kind;
    std::vector<InstructionRange> result;
    std::size_t place = 0;
    for (const RuleEvent& it : events()) {
      if (it.kind == Kind::symbol) place = it.value + 1;
      if (it.value != RuleInstruction) continue;
      if (it.kind == Kind::enter) result.push_back({place, place});
      if (it.kind == Kind::leave) result.back().end = place;
    }
    return result;
  }
};

}  // namespace

std::vector<InstructionRange> parse_tree(const std::vector<Lexeme>& lexemes) {
  return TreeParser(lexemes).run();
}

}  // namespace harden
