// A generated script as a tree: what may be taken out of it is a statement.
#pragma once

#include <string>
#include <vector>

namespace harden::differential {

struct Statement;
using Block = std::vector<Statement>;

// Some lines, or a list of statements among them.
struct Piece {
  std::string line;
  Block block;
  bool is_block = false;
};

struct Statement {
  std::vector<Piece> pieces;
};

std::string text_of(const Statement& statement);

}  // namespace harden::differential
