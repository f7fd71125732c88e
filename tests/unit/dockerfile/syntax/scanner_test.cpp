// The derived tables find the tokens that ANTLR's own lexer finds.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "dockerfile/syntax/tokenize.h"
#include "stock_lexer.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

template <typename Lexer>
TokenList tokens_by(const std::string& bytes) {
  const char escape = find_escape(bytes);
  Lexer lexer(bytes, escape, behind_byte_order_mark(bytes));
  return tokenize(bytes, escape, lexer);
}

std::string difference(const std::string& bytes) {
  const auto ours = tokens_by<Scanner>(bytes).lexemes;
  const auto theirs = tokens_by<StockLexer>(bytes).lexemes;
  for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
    if (ours[i].symbol != theirs[i].symbol || ours[i].span != theirs[i].span) {
      return "token " + std::to_string(i) + " at byte " +
             std::to_string(ours[i].span.begin);
    }
  }
  return ours.size() == theirs.size() ? "" : "the number of tokens";
}

TEST(Scanner, NumbersItsSymbolsAsTheGrammarDoes) {
  using Lexer = grammar::DockerfileLexer;
  EXPECT_EQ(static_cast<int>(Symbol::bom), static_cast<int>(Lexer::BOM));
  EXPECT_EQ(static_cast<int>(Symbol::heredoc_end),
            static_cast<int>(Lexer::HEREDOC_END));
  EXPECT_EQ(static_cast<int>(Symbol::directive),
            static_cast<int>(Lexer::DIRECTIVE));
  EXPECT_EQ(static_cast<int>(Symbol::keyword),
            static_cast<int>(Lexer::KEYWORD));
  EXPECT_EQ(static_cast<int>(Symbol::text), static_cast<int>(Lexer::TEXT));
  EXPECT_EQ(static_cast<int>(Symbol::newline),
            static_cast<int>(Lexer::NEWLINE));
}

TEST(Scanner, AgreesWithAntlrOnEveryGoldenFileAndSeed) {
  std::size_t count = 0;
  for (const char* folder :
       {"/tests/golden", "/tests/fuzz/seeds", "/samples"}) {
    for (const auto& it :
         fs::recursive_directory_iterator(std::string(HARDEN_ROOT) + folder)) {
      if (!it.is_regular_file()) continue;
      std::ifstream file(it.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      EXPECT_EQ(difference(bytes), "") << it.path();
      ++count;
    }
  }
  EXPECT_GT(count, 10u);
}

// Pieces that mean something, in any order.
rc::Gen<std::string> dockerfile_like() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(
          rc::gen::element<std::string>(
              "FROM", "RUN", "ONBUILD", "USER", " ", "\t", "\n", "\r\n", "\r",
              "\\", "\\\n", "\\ \n", "`", "`\n", "#", "# escape=`\n",
              "# syntax=x\n", "<<EOF", "<<-\"E\"", "EOF\n", "\tE\n", "--a=b",
              "[\"a\"]", "'", "\"", "${", "}", "x", "\xC3\xA9", "\xEF\xBB\xBF",
              "\xFF", "\v", "\f", "&&")),
      [](const std::vector<std::string>& pieces) {
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        return text;
      });
}

TEST(Scanner, AgreesWithAntlrOnGeneratedInput) {
  EXPECT_TRUE(rc::check(
      "same tokens", [] { RC_ASSERT(difference(*dockerfile_like()) == ""); }));
}

TEST(Scanner, TokensAreTheSource) {
  EXPECT_TRUE(rc::check("lossless", [] {
    const std::string bytes = *dockerfile_like();
    std::string joined;
    for (const Lexeme& it : tokens_by<Scanner>(bytes).lexemes) {
      joined += bytes.substr(it.span.begin, it.span.size());
    }
    RC_ASSERT(joined == bytes);
  }));
}

// A quadratic scanner needs minutes for these, a linear one milliseconds.
TEST(Scanner, IsLinearOnOpenersThatNeverClose) {
  for (const char* opener :
       {"${", "\"", "'", "[", "\\ ", "\r", "<<A ", "\\\\", "# ", "--a "}) {
    std::string bytes = "RUN ";
    while (bytes.size() < 1'000'000) bytes += opener;
    const auto begin = std::chrono::steady_clock::now();
    tokens_by<Scanner>(bytes);
    EXPECT_LT(std::chrono::steady_clock::now() - begin,
              std::chrono::seconds(20))
        << opener;
  }
}

}  // namespace
}  // namespace harden
