// The parse tree of the grammar, reduced to what the rest needs of it.
#pragma once

#include <cstddef>
#include <vector>

#include "dockerfile/syntax/scanner.h"

namespace harden {

// The lexemes [begin, end) of an instruction, its newline and heredocs
// included.
struct InstructionRange {
  std::size_t begin;
  std::size_t end;
};

// Parses with grammar/DockerfileParser.g4. Throws std::logic_error when the
// grammar refuses the lexemes: it accepts every sequence that the lexer makes.
std::vector<InstructionRange> parse_tree(const std::vector<Lexeme>& lexemes);

}  // namespace harden
