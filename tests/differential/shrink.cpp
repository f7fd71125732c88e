#include "shrink.h"

#include <utility>
#include <vector>

namespace harden::differential {
namespace {

class Shrinker {
 public:
  Shrinker(Statement script, const Shows& shows, int budget)
      : script_(std::move(script)), shows_(shows), left_(budget) {}

  std::string run() {
    while (left_ > 0 && shorter(script_)) {
    }
    std::string text = text_of(script_);
    while (left_ > 0 && fewer_lines(text)) {
    }
    while (left_ > 0 && fewer_words(text)) {
    }
    return text;
  }

 private:
  bool asked(const std::string& text) { return left_-- > 0 && shows_(text); }

  // Tries to take one statement out, or to put its own list in its place.
  bool shorter(Statement& statement) {
    for (Piece& piece : statement.pieces) {
      if (!piece.is_block) continue;
      for (std::size_t i = 0; i < piece.block.size(); ++i) {
        if (without(piece.block, i) || hoisted(piece.block, i) ||
            shorter(piece.block[i])) {
          return true;
        }
      }
    }
    return false;
  }

  bool without(Block& block, std::size_t at) {
    const Block before = block;
    block.erase(block.begin() + static_cast<std::ptrdiff_t>(at));
    if (asked(text_of(script_))) return true;
    block = before;
    return false;
  }

  bool hoisted(Block& block, std::size_t at) {
    const Block before = block;
    for (const Piece& piece : before[at].pieces) {
      if (!piece.is_block) continue;
      block = before;
      const auto place = block.begin() + static_cast<std::ptrdiff_t>(at);
      block.insert(block.erase(place), piece.block.begin(), piece.block.end());
      if (asked(text_of(script_))) return true;
    }
    block = before;
    return false;
  }

  bool fewer_lines(std::string& text) {
    for (std::size_t at = text.find('\n') + 1; at < text.size();) {
      const std::size_t end = text.find('\n', at) + 1;
      std::string next = text.substr(0, at) + text.substr(end);
      if (asked(next)) {
        text = std::move(next);
        return true;
      }
      at = end;
    }
    return false;
  }

  bool fewer_words(std::string& text) {
    for (std::size_t at = text.find('\n') + 1; at < text.size();) {
      const std::size_t end = text.find_first_of(" \n;", at);
      if (end == std::string::npos) break;
      std::string next = text.substr(0, at) + text.substr(end + 1);
      if (text[end] != '\n' && asked(next)) {
        text = std::move(next);
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  Statement script_;
  const Shows& shows_;
  int left_;
};

}  // namespace

std::string shrunk(Statement script, const Shows& shows, int budget) {
  return Shrinker(std::move(script), shows, budget).run();
}

}  // namespace harden::differential
