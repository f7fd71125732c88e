// ANTLR's own lexer behind the seam of the scanner.
#pragma once

#include <string_view>

#include "DockerfileLexer.h"
#include "dockerfile/syntax/tokenize.h"

namespace harden {

// The bytes as characters, with the escape character in its grammar's place.
class ByteStream final : public antlr4::CharStream {
 public:
  ByteStream(std::string_view bytes, char escape)
      : bytes_(bytes), escape_(escape) {}

  void consume() override { ++at_; }
  std::size_t LA(ssize_t i) override {
    const std::size_t at = i > 0 ? at_ + static_cast<std::size_t>(i) - 1
                                 : at_ - static_cast<std::size_t>(-i);
    if (i == 0 || at >= bytes_.size()) return IntStream::EOF;
    const char c = bytes_[at];
    if (escape_ == '`' && c == '`') return '\\';
    if (escape_ == '`' && c == '\\') return '`';
    return static_cast<unsigned char>(c);
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
  char escape_;
  std::size_t at_ = 0;
};

class StockLexer final : public Lexemes {
 public:
  StockLexer(std::string_view bytes, char escape, std::uint32_t offset)
      : stream_(bytes, escape), lexer_(&stream_) {
    stream_.seek(offset);
    lexer_.removeErrorListeners();
  }

  Lexeme next() override {
    auto token = lexer_.nextToken();
    const auto begin = static_cast<std::uint32_t>(token->getStartIndex());
    if (token->getType() == antlr4::Token::EOF) {
      return {Symbol::end_of_input, {begin, begin}};
    }
    return {static_cast<Symbol>(token->getType()),
            {begin, static_cast<std::uint32_t>(token->getStopIndex() + 1)}};
  }

  void resume_at_line(std::uint32_t offset) override {
    stream_.seek(offset);
    lexer_.hitEOF = false;
    lexer_.setMode(grammar::DockerfileLexer::LINE);
  }

 private:
  ByteStream stream_;
  grammar::DockerfileLexer lexer_;
};

}  // namespace harden
