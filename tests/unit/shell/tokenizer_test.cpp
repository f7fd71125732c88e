// The derived tables find the pieces that ANTLR's own lexer finds.
#include "shell/tokenizer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "script_like.h"
#include "stock_lexer.h"

namespace harden::shell {
namespace {

namespace fs = std::filesystem;

template <typename AnyLexer>
Pieces pieces_by(const std::string& text) {
  AnyLexer lexer(text);
  return Tokenizer(text, lexer).run();
}

std::string difference(const std::string& text) {
  const auto ours = pieces_by<TableLexer>(text).pieces;
  const auto theirs = pieces_by<StockLexer>(text).pieces;
  for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
    if (ours[i].symbol != theirs[i].symbol || ours[i].span != theirs[i].span) {
      return "piece " + std::to_string(i) + " at byte " +
             std::to_string(ours[i].span.begin);
    }
  }
  return ours.size() == theirs.size() ? "" : "the number of pieces";
}

TEST(Tokenizer, NumbersItsSymbolsAsTheGrammarDoes) {
  using Grammar = grammar::ShellLexer;
  const auto expect = [](Symbol ours, std::size_t theirs) {
    EXPECT_EQ(static_cast<std::size_t>(ours), theirs);
  };
  expect(Symbol::word, Grammar::WORD);
  expect(Symbol::if_, Grammar::IF);
  expect(Symbol::left_brace, Grammar::LBRACE);
  expect(Symbol::pattern_end, Grammar::PATTERN_END);
  expect(Symbol::arithmetic, Grammar::ARITHMETIC);
  expect(Symbol::stray, Grammar::STRAY);
  expect(Symbol::blank, Grammar::BLANK);
  expect(Symbol::redirect, Grammar::REDIRECT);
  expect(Symbol::unclosed, Grammar::UNCLOSED);
  expect(Symbol::square_close, Grammar::SQUARE_CLOSE);
}

TEST(Tokenizer, NumbersItsModesAsTheGrammarDoes) {
  const auto expect = [](Mode ours, std::size_t theirs) {
    EXPECT_EQ(static_cast<std::size_t>(ours), theirs);
  };
  using Grammar = grammar::ShellLexer;
  expect(Mode::rest_of_word, Grammar::REST);
  expect(Mode::quoted, Grammar::QUOTED);
  expect(Mode::braces, Grammar::BRACES);
  expect(Mode::quoted_braces, Grammar::QUOTED_BRACES);
  expect(Mode::nested, Grammar::NESTED);
}

TEST(Tokenizer, AgreesWithAntlrOnEverySeedAndScript) {
  std::size_t count = 0;
  for (const char* folder : {"/tests/fuzz/shell_seeds", "/tests/golden"}) {
    for (const auto& it :
         fs::recursive_directory_iterator(std::string(HARDEN_ROOT) + folder)) {
      if (!it.is_regular_file()) continue;
      std::ifstream file(it.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      if (count > 12 && !bytes.starts_with("#!")) continue;
      EXPECT_EQ(difference(bytes), "") << it.path();
      ++count;
    }
  }
  EXPECT_GT(count, 12u);
}

TEST(Tokenizer, AgreesWithAntlrOnGeneratedInput) {
  EXPECT_TRUE(rc::check("same pieces",
                        [] { RC_ASSERT(difference(*script_like()) == ""); }));
  EXPECT_TRUE(rc::check("same pieces of any bytes", [] {
    RC_ASSERT(difference(*rc::gen::arbitrary<std::string>()) == "");
  }));
}

TEST(Tokenizer, TellsCommentsAndWordsApart) {
  const std::string text = "a#b $(c # d\n) e # f\n";
  std::string comments;
  for (const Piece& it : pieces_by<TableLexer>(text).pieces) {
    if (it.kind != TokenKind::comment) continue;
    comments += text.substr(it.span.begin, it.span.size()) + "|";
  }
  EXPECT_EQ(comments, "# d|# f|");
}

}  // namespace
}  // namespace harden::shell
