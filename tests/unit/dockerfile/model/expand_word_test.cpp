#include "command/expand_word.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <map>
#include <string>

namespace harden {
namespace {

using ::testing::HasSubstr;

class Table : public VariableSource {
 public:
  Binding find(std::string_view name) const override {
    if (name == "LATE") {
      return {Binding::State::unknown, {}, {Unknown::Kind::argument, "LATE"}};
    }
    const auto found = values.find(name);
    if (found == values.end()) return {};
    return {Binding::State::known, found->second};
  }
  std::map<std::string, std::string, std::less<>> values = {
      {"HOME_DIR", "/srv/app"}, {"EMPTY", ""},       {"SH", "dash"},
      {"TAG", "v1.2.3-rc1"},    {"STAR", "a*b?c"},   {"FILE", "x.tar.gz"},
      {"LINES", "one\ntwo"},    {"UMLAUT", "größe"}, {"naïve", "word"}};
};

std::string expanded(std::string_view word, char escape = '\\') {
  const Table table;
  const Expansion result = expand_word(word, table, {.escape = escape});
  if (!result.error.empty()) return "error";
  return result.known() ? result.value : "unknown";
}

struct Case {
  const char* word;
  const char* result;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(expanded(c.word), c.result) << c.word;
}

TEST(ExpandWord, QuotesAndEscapes) {
  check({{"plain", "plain"},
         {"", ""},
         {"pl'a i'n", "pla in"},
         {"it'", "error"},
         {"it\\'s", "it's"},
         {"it\\\\'s", "error"},
         {"a\\tb", "atb"},
         {"\"a\\tb\"", "a\\tb"},
         {"\"a\\\\tb\"", "a\\tb"},
         {"'a\\tb'", "a\\tb"},
         {"end\\", "end"},
         {"end\\\\", "end\\"},
         {"\"open", "error"},
         {"\"open\\\"", "error"},
         {"\"it's\"", "it's"},
         {"'\"'", "\""},
         {"größe\\'", "größe'"},
         {"'grö'ße", "größe"},
         {"\\ö", "ö"}});
}

TEST(ExpandWord, NamesEndWhereTheLettersDo) {
  check({{"$HOME_DIR", "/srv/app"},
         {"x$HOME_DIR.", "x/srv/app."},
         {"x${HOME_DIR}y", "x/srv/appy"},
         {"\\$HOME_DIR", "$HOME_DIR"},
         {"\\\\$HOME_DIR", "\\/srv/app"},
         {"\"\\$HOME_DIR\"", "$HOME_DIR"},
         {"'$HOME_DIR'", "$HOME_DIR"},
         {"\"'$SH'\"", "'dash'"},
         {"$NONE", ""},
         {"$.", "$."},
         {"$", "$"},
         {"cost: 5$", "cost: 5$"},
         {"$naïve!", "word!"},
         {"$SH–", "dash–"},
         {"\\${}", "${}"}});
}

TEST(ExpandWord, PositionalAndSpecialParametersAreUnset) {
  check({{"$1x", "x"},
         {"$001x", "x"},
         {"${1}", ""},
         {"$12a", "a"},
         {"${9:-n}", "n"},
         {"$@@", "@"},
         {"$$", ""},
         {"$$SH", "SH"},
         {"${?}", ""},
         {"${#}", ""},
         {"${-:-n}", "n"},
         {"${*:+n}", ""},
         {"${!}", ""},
         {"${#SH}", "error"},
         {"${!SH}", "error"}});
}

TEST(ExpandWord, DefaultsAndAlternatives) {
  check({{"${NONE:-n}", "n"},
         {"${NONE-n}", "n"},
         {"${EMPTY:-n}", "n"},
         {"${EMPTY-n}", ""},
         {"${SH:-n}", "dash"},
         {"${SH:+n}", "n"},
         {"${EMPTY:+n}", ""},
         {"${EMPTY+n}", "n"},
         {"${NONE+n}", ""},
         {"${NONE:-$SH}x", "dashx"},
         {"${NONE:-${NO:-a}b}", "ab"},
         {"${SH:+${SH}:}x", "dash:x"},
         {"${NONE:-'a b'}", "a b"},
         {"${NONE:-\\}}", "}"},
         {"${NONE:-\\${SH}z}", "${SHz}"},
         {"\"${NONE:-\"q\"}\"", "q"},
         {"${NONE:-a}}", "a}"}});
}

TEST(ExpandWord, RequiredVariables) {
  check({{"${SH?}", "dash"},
         {"${SH:?}", "dash"},
         {"${EMPTY?}", ""},
         {"${EMPTY:?}", "error"},
         {"${NONE?}", "error"}});
  const Table table;
  EXPECT_EQ(expand_word("${NONE:?give it}", table).error, "`NONE`: give it");
}

TEST(ExpandWord, BadSubstitutionsAreErrors) {
  for (const char* word :
       {"${}", "${}x", "${.}", "${", "${SH", "${:}", "${:-b}", "${{a}",
        "${SH:=x}", "${SH:y}", "${SH!}", "${SH:#x}", "${SH:-x",
        "${SH:", "${SH:-${}}", "${SH/a}", "${SH/a/b", "${SH^^}", "${SH@Q}"}) {
    EXPECT_EQ(expanded(word), "error") << word;
  }
}

TEST(ExpandWord, PatternsTakeAwayEnds) {
  check({{"${TAG#v}", "1.2.3-rc1"},
         {"${TAG#*.}", "2.3-rc1"},
         {"${TAG##*.}", "3-rc1"},
         {"${TAG%.*}", "v1.2"},
         {"${TAG%%.*}", "v1"},
         {"${TAG%-rc?}", "v1.2.3"},
         {"${TAG#x}", "v1.2.3-rc1"},
         {"${FILE%.gz}", "x.tar"},
         {"${STAR#a\\*}", "b?c"},
         {"${STAR%\\?c}", "a*b"},
         {"${TAG#\\v}", "error"},
         {"${UMLAUT%?e}", "grö"},
         {"${LINES#*t}", "one\ntwo"},
         {"${NONE#x}", ""},
         {"${TAG#${NONE:-v}}", "1.2.3-rc1"}});
}

TEST(ExpandWord, PatternsReplace) {
  check({{"${TAG/./_}", "v1_2.3-rc1"},
         {"${TAG//./_}", "v1_2_3-rc1"},
         {"${TAG/v/}", "1.2.3-rc1"},
         {"${HOME_DIR//\\//-}", "-srv-app"},
         {"${TAG/?.*-/x}", "vxrc1"},
         {"${SH//a*/x}", "dx"},
         {"${SH/z/x}", "dash"},
         {"${SH///-}", "-d-a-s-h-"},
         {"${UMLAUT/ö/oe}", "groeße"}});
}

TEST(ExpandWord, TheEscapeCharacterCanBeABacktick) {
  EXPECT_EQ(expanded("c:\\users\\`$x", '`'), "c:\\users\\$x");
  EXPECT_EQ(expanded("\"`\"\"", '`'), "\"");
  EXPECT_EQ(expanded("a`", '`'), "a");
}

TEST(ExpandWord, SaysWhichVariableIsUnknownAndWhy) {
  const Table table;
  const Expansion result = expand_word("a$SH${LATE}b", table);
  EXPECT_EQ(result.unknown_name, "LATE");
  EXPECT_EQ(result.unknown.text(), "`ARG LATE` has no default");
  check({{"${LATE:+x}", "unknown"},
         {"${LATE:?x}", "unknown"},
         {"${LATE#x}", "unknown"},
         {"${SH#$LATE}", "unknown"},
         {"${SH/x/$LATE}", "unknown"},
         {"${NONE:-$LATE}", "unknown"}});
}

TEST(ExpandWord, AnArgWithoutDefaultTakesTheDefaultOfTheWord) {
  check({{"${LATE:-x}", "x"}, {"${LATE-x}", "x"}, {"${LATE:-}", ""}});
}

TEST(ExpandWord, AnUnknownVariableThatIsNotUsedDoesNotMatter) {
  check(
      {{"${SH:-$LATE}", "dash"}, {"${NONE:+$LATE}", ""}, {"'$LATE'", "$LATE"}});
}

TEST(ExpandWord, GrowthIsBounded) {
  Table table;
  table.values["BIG"] = std::string(1000, 'x');
  std::string word;
  for (int i = 0; i < 2000; ++i) word += "$BIG";
  EXPECT_THAT(expand_word(word, table).error, HasSubstr("beyond"));
  EXPECT_THAT(
      expand_word("${BIG//x/$BIG$BIG}", table, {.limit = 5000}).unknown.text(),
      HasSubstr("takes too long"));
}

TEST(ExpandWord, HostileWordsAreQuick) {
  const auto repeat = [](std::string_view part, std::size_t bytes) {
    std::string result;
    while (result.size() < bytes) result += part;
    return result;
  };
  Table table;
  table.values["BIG"] = repeat("ab", 100'000);
  const auto begin = std::chrono::steady_clock::now();
  for (const char* part : {"${", "\"", "'", "${SH:-", "$", "\\", "${SH/",
                           "${BIG", "\"${SH:-", "${SH#*"}) {
    expand_word(repeat(part, 80'000), table);
  }
  expand_word("${BIG##" + repeat("*b", 80'000) + "}", table);
  expand_word("${BIG//" + repeat("*b", 8'000) + "c/x}", table);
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(took, std::chrono::seconds(10));
}

TEST(ExpandWord, PlainWordsStayThemselves) {
  rc::check([](const std::string& word) {
    if (word.find_first_of("$'\"\\") != std::string::npos) return;
    RC_ASSERT(expanded(word) == word);
  });
}

TEST(ExpandWord, QuotingIsUndone) {
  rc::check([](const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
      if (c == '"' || c == '$' || c == '\\') quoted += '\\';
      quoted += c;
    }
    RC_ASSERT(expanded(quoted + "\"") == text);
  });
}

TEST(ExpandWord, TakesAnything) {
  rc::check([] {
    const auto word = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("${}$:-+?#%/*\\'\"SHLATE\xC3\xB6\n@")));
    const Table table;
    const Expansion result = expand_word(word, table);
    RC_ASSERT(result.value.size() < 10'000);
  });
}

}  // namespace
}  // namespace harden
