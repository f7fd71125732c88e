// The tree says what stands where, to the byte.
#include "containers/yaml/yaml_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/source/source_file.h"

namespace harden::yaml {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Every scalar as the file writes it, in order; "^" before keys.
void collect(const SourceFile& source, const Value& value,
             std::vector<std::string>& out) {
  if (value.is_scalar()) out.emplace_back(source.text(value.span()));
  if (value.is_null()) out.emplace_back("null");
  for (const Entry& it : value.entries()) {
    out.push_back("^" + std::string(source.text(it.key.span())));
    collect(source, it.value, out);
  }
  for (const Value& it : value.items()) collect(source, it, out);
}

std::vector<std::string> texts(const std::string& yaml) {
  const SourceFile source("f.yaml", yaml);
  std::vector<std::string> result;
  read_documents(source, [&](const Document& document) {
    collect(source, Value(document, 0), result);
  });
  return result;
}

std::string refusal(const std::string& yaml) {
  try {
    texts(yaml);
  } catch (const BadInput& error) {
    return error.what();
  }
  return "read";
}

TEST(YamlTree, ScalarsAreWhereTheyStand) {
  EXPECT_THAT(texts("a: b\nc: [d, \"e\\\" f\", 'g''h']\n"),
              ElementsAre("^a", "b", "^c", "d", "\"e\\\" f\"", "'g''h'"));
}

TEST(YamlTree, PlacesCountBytes) {
  EXPECT_THAT(texts("ä: ö\n\"ü\": € # ß\nlast: x\n"),
              ElementsAre("^ä", "ö", "^\"ü\"", "€", "^last", "x"));
}

TEST(YamlTree, PlacesCountCarriageReturns) {
  EXPECT_THAT(texts("a: b\r\nc:\r\n  - d\r\n  - e\r\n"),
              ElementsAre("^a", "b", "^c", "d", "e"));
}

TEST(YamlTree, PlacesCountTheByteOrderMark) {
  EXPECT_THAT(texts("\xef\xbb\xbf"
                    "a: b\nc: d\n"),
              ElementsAre("^a", "b", "^c", "d"));
}

TEST(YamlTree, AnchorsAndTagsAreNotPartOfTheValue) {
  EXPECT_THAT(texts("a: &x !!str b\nc: &y\n  d: *x\n"),
              ElementsAre("^a", "b", "^c", "^d", "b"));
}

TEST(YamlTree, BlocksGoToTheirLastLine) {
  EXPECT_THAT(texts("a: |\n  b\n\n  # c\nd: >-\n  e\n  f\ng: h\n  i\n"),
              ElementsAre("^a", "|\n  b\n\n  # c", "^d", ">-\n  e\n  f", "^g",
                          "h\n  i"));
}

TEST(YamlTree, JsonIsYaml) {
  EXPECT_THAT(texts("{\"a\": {\"b\": [1, true, null]}}"),
              ElementsAre("^\"a\"", "^\"b\"", "1", "true", "null"));
}

TEST(YamlTree, DocumentsFollowOneAnother) {
  EXPECT_THAT(texts("---\na: b\n---\n---\nc: d\n...\n"),
              ElementsAre("^a", "b", "null", "^c", "d"));
}

TEST(YamlTree, MissingValuesStandAtTheirKey) {
  const SourceFile source("f.yaml", "a:\nb: 1\n");
  read_documents(source, [&](const Document& document) {
    const Value a = Value(document, 0).get("a");
    EXPECT_TRUE(a.is_null());
    EXPECT_EQ(source.text(a.span()), "a");
  });
}

TEST(YamlTree, OwnKeysCountMoreThanMergedOnes) {
  EXPECT_THAT(texts("- &a {x: 1, y: 2}\n- &b {y: 3, z: 4}\n"
                    "- {<<: [*a, *b], x: 5}\n"),
              ElementsAre("^x", "1", "^y", "2", "^y", "3", "^z", "4", "^x", "5",
                          "^y", "2", "^z", "4"));
}

TEST(YamlTree, ResetValuesAreNotThere) {
  EXPECT_THAT(texts("a: !reset []\nb: !reset null\nc: 1\n"),
              ElementsAre("^c", "1"));
}

TEST(YamlTree, DuplicatesHaveBothPlaces) {
  const SourceFile source("f.yaml", "a: 1\nb: 2\n\"a\": 3\n<<: {}\n<<: {}\n");
  read_documents(source, [&](const Document& document) {
    ASSERT_EQ(document.duplicates.size(), 1U);
    EXPECT_EQ(document.duplicates[0].key, "a");
    EXPECT_EQ(document.duplicates[0].first, (Span{0, 1}));
    EXPECT_EQ(source.text(document.duplicates[0].second), "\"a\"");
  });
}

TEST(YamlTree, TabsAreNamed) {
  EXPECT_EQ(refusal("a:\n\tb: 1\n"),
            "f.yaml:2:1: a tab cannot indent YAML; use blanks");
  EXPECT_EQ(refusal("a:\n  b:\n  \t- c: d\n"),
            "f.yaml:3:3: a tab cannot indent YAML; use blanks");
}

TEST(YamlTree, TemplatesAreNamed) {
  EXPECT_THAT(refusal("a:\n  {{- if .Values.x }}\n  b: 1\n  {{- end }}\n"),
              HasSubstr("f.yaml:2:3: is a template and not YAML"));
  EXPECT_THAT(refusal("image: {{ .Values.image }}\n"), HasSubstr("template"));
}

TEST(YamlTree, CyclesAreRefused) {
  EXPECT_THAT(refusal("a: &x\n  b: *x\n"), HasSubstr("f.yaml:2:6: `*x`"));
  EXPECT_THAT(refusal("a: *x\n"), HasSubstr("not defined"));
}

TEST(YamlTree, ErrorsHaveAPlace) {
  for (const char* it :
       {"a: b: c\n", "a: [b\n", "a: {b\n", "a: \"b\n", "a: @b\n",
        "a: b\n c: d\n", "- a\nb: c\n", "a: 'b\n---\nc: d\n", "%TAG\n",
        "a: \"\\q\"\n", "a: &x &y b\n", "a: \x04 b\n", "a: |0\n b\n"}) {
    EXPECT_THAT(refusal(it), testing::MatchesRegex("f.yaml:[1-9].*")) << it;
  }
}

TEST(YamlTree, DepthIsBounded) {
  const std::string open(10000, '[');
  EXPECT_THAT(refusal("a: " + open), HasSubstr("f.yaml:1:"));
  EXPECT_THAT(refusal(open + std::string(10000, ']')), HasSubstr("500 levels"));
  std::string lists;
  for (int i = 0; i < 100000; ++i) lists += "- ";
  EXPECT_THAT(refusal(lists), HasSubstr("500 levels"));
}

TEST(YamlTree, SizeIsBounded) {
  const std::string half(1100000, 'x');
  EXPECT_EQ(refusal("a: " + half + "\n---\nb: " + half + "\n"), "read");
  EXPECT_THAT(refusal("a: 1\n---\nb: " + half + half + "\n"),
              HasSubstr("f.yaml:2:1: the document that begins here is larger"));
}

// Ten aliases of ten aliases of …: nothing is expanded until it is walked.
TEST(YamlTree, BombsCostNothing) {
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string to = std::to_string(i);
    const std::string from = "*a" + std::to_string(i - 1);
    bomb += "a" + to + ": &a" + to + " [" + from;
    for (int j = 0; j < 9; ++j) bomb += "," + from;
    bomb += "]\n";
  }
  std::size_t nodes = 0;
  read_documents(SourceFile("f.yaml", bomb),
                 [&](const Document& it) { nodes = it.nodes.size(); });
  EXPECT_LT(nodes, 200U);
  EXPECT_THAT(refusal(bomb), HasSubstr("repeat too much"));
}

}  // namespace
}  // namespace harden::yaml
