#include <gtest/gtest.h>

#include "containers/settings.h"

namespace harden {
namespace {

TEST(LooksLikeSettings, ComposeFilesAndManifests) {
  for (const char* text :
       {"services:\n  a:\n    image: x\n",
        "\xef\xbb\xbfname: x\r\nservices:\r\n  a:\r\n    build: .\r\n",
        "\"services\":\n  a:\n    \"image\": x\n",
        "services:\n  # note\n\n  a:\n    extends: b\n",
        "---\nkind: Pod\napiVersion: v1\n",
        "{\"services\": {\"a\": {\"image\": \"x\"}}}",
        " {\"kind\": \"Pod\", \"apiVersion\": \"v1\"}"}) {
    EXPECT_TRUE(looks_like_settings(text)) << text;
  }
}

TEST(LooksLikeSettings, OtherYaml) {
  for (const char* text :
       {"", "a: b\n", "services:\n  - docker\n  - image: x\n",
        "services: [docker]\nimage: x\n",
        "services:\n  App\\X:\n    class: Y\n",
        "services:\n  a:\nbuild:\n  image: x\n", "apiVersion: v2\nname: x\n",
        "spec:\n  kind: x\n  apiVersion: y\n", "kinds: a\napiVersion: v1\n",
        "jobs:\n  a:\n    services:\n      b:\n        image: x\n",
        "{\"name\": \"x\", \"kind\": 1}"}) {
    EXPECT_FALSE(looks_like_settings(text)) << text;
  }
}

}  // namespace
}  // namespace harden
