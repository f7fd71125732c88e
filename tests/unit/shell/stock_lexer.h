// ANTLR's own lexer behind the seam of the tokenizer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ShellLexer.h"
#include "shell/lexer.h"

namespace harden::shell {

// The bytes as characters.
class ByteStream final : public antlr4::CharStream {
 public:
  explicit ByteStream(std::string_view bytes) : bytes_(bytes) {}

  void consume() override { ++at_; }
  std::size_t LA(ssize_t i) override {
    const std::size_t at = i > 0 ? at_ + static_cast<std::size_t>(i) - 1
                                 : at_ - static_cast<std::size_t>(-i);
    if (i == 0 || at >= bytes_.size()) return IntStream::EOF;
    return static_cast<unsigned char>(bytes_[at]);
  }
  ssize_t mark() override { return -1; }
  void release(ssize_t) override {}
  std::size_t index() override { return at_; }
  void seek(std::size_t i) override { at_ = i; }
  std::size_t size() override { return bytes_.size(); }
  std::string getSourceName() const override { return "bytes"; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string toString() const override { return {}; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

class StockLexer final : public Lexer {
 public:
  explicit StockLexer(std::string_view text) : stream_(text), lexer_(&stream_) {
    lexer_.removeErrorListeners();
  }

  Piece next(Mode mode, std::uint32_t at) override {
    stream_.seek(at);
    lexer_.hitEOF = false;
    lexer_.setMode(static_cast<std::size_t>(mode));
    const auto token = lexer_.nextToken();
    const auto symbol = static_cast<Symbol>(token->getType());
    return {symbol,
            kind_of(symbol),
            {static_cast<std::uint32_t>(token->getStartIndex()),
             static_cast<std::uint32_t>(token->getStopIndex() + 1)}};
  }

 private:
  ByteStream stream_;
  grammar::ShellLexer lexer_;
};

}  // namespace harden::shell
