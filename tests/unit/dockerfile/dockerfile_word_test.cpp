#include <gtest/gtest.h>

#include <string>

#include "base/quote/words.h"
#include "base/text/paths.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "odd_texts.h"

namespace harden {
namespace {

TEST(DockerfileWord, IsExpandedToWhatItWas) {
  for (std::string text : test::odd_texts(1000)) {
    std::erase(text, '\n');
    text = "/" + text + "/x";
    for (const char escape : {'\\', '`'}) {
      const std::string file = std::string("# escape=") + escape +
                               "\nFROM debian:12\nWORKDIR " +
                               dockerfile_word(text, escape) + "\n";
      const Document document = parse(SourceFile("Dockerfile", file));
      const Evaluation evaluation = evaluate(document, {});
      EXPECT_TRUE(document.problems.empty()) << file;
      EXPECT_EQ(evaluation.stages[0].workdir, absolute_path("/", text)) << file;
    }
  }
}

}  // namespace
}  // namespace harden
