// Texts that quoting goes wrong with, more often than chance would have them.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace harden::test {

inline rc::Gen<std::string> odd_text() {
  static const std::vector<std::string> pieces = {"'",
                                                  "\"",
                                                  "\\",
                                                  "$",
                                                  "`",
                                                  "\n",
                                                  "\t",
                                                  " ",
                                                  ": ",
                                                  " #",
                                                  "# ",
                                                  "-",
                                                  "- ",
                                                  "yes",
                                                  "0",
                                                  "1. ",
                                                  "1e3",
                                                  "\xc3\xa9",
                                                  "\xe2\x80\xa8",
                                                  "\xef\xbf\xbe",
                                                  "{",
                                                  "}",
                                                  "&",
                                                  "*",
                                                  "_",
                                                  "~~",
                                                  "~",
                                                  "|",
                                                  "<b>",
                                                  "](x)",
                                                  "[",
                                                  "!",
                                                  ">",
                                                  "@",
                                                  "&amp;",
                                                  "a",
                                                  "word",
                                                  "$(x)",
                                                  "${x}",
                                                  "harden: ",
                                                  "harden:",
                                                  "# harden: ignore-file=HD101",
                                                  "shellcheck ",
                                                  "shellcheck disable=all",
                                                  "\x01",
                                                  "\x1b",
                                                  "\x7f",
                                                  "\xc2\x85",
                                                  "\xe2\x80\xae",
                                                  "\xf0\x9f\x90\xb3"};
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
      [](const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& it : words) text += it;
        return text;
      });
}

// The same texts each time.
inline std::vector<std::string> odd_texts(std::size_t count) {
  std::vector<std::string> result;
  const auto gen = odd_text();
  rc::Random random(20260401);
  for (std::size_t i = 0; i < count; ++i) {
    result.push_back(gen(random.split(), static_cast<int>(i % 20)).value());
  }
  return result;
}

}  // namespace harden::test
