#include <gtest/gtest.h>

#include "knowledge/base_image.h"

namespace {

using harden::ImageReference;
using harden::parse_image_reference;

void expect_parts(std::string_view reference, std::string_view repository,
                  std::string_view tag, std::string_view digest) {
  const ImageReference parts = parse_image_reference(reference);
  EXPECT_EQ(parts.repository, repository) << reference;
  EXPECT_EQ(parts.tag, tag) << reference;
  EXPECT_EQ(parts.digest, digest) << reference;
}

TEST(ParseImageReference, CutsNameTagAndDigest) {
  expect_parts("node", "node", "", "");
  expect_parts("node:22-alpine", "node", "22-alpine", "");
  expect_parts("node@sha256:ab", "node", "", "sha256:ab");
  expect_parts("node:22@sha256:ab", "node", "22", "sha256:ab");
  expect_parts("", "", "", "");
}

TEST(ParseImageReference, TakesOffTheDefaultRegistry) {
  expect_parts("docker.io/library/node:22", "node", "22", "");
  expect_parts("index.docker.io/library/node", "node", "", "");
  expect_parts("docker.io/node", "node", "", "");
  expect_parts("library/node", "node", "", "");
  expect_parts("docker.io/bitnami/redis", "bitnami/redis", "", "");
}

TEST(ParseImageReference, KeepsOtherRegistries) {
  expect_parts("gcr.io/distroless/static:nonroot", "gcr.io/distroless/static",
               "nonroot", "");
  expect_parts("registry:5000/library/node", "registry:5000/library/node", "",
               "");
  expect_parts("localhost/library/node:1", "localhost/library/node", "1", "");
}

TEST(ParseImageReference, TellsAPortFromATag) {
  expect_parts("localhost:5000/app", "localhost:5000/app", "", "");
  expect_parts("localhost:5000/app:1.2", "localhost:5000/app", "1.2", "");
  expect_parts("registry:2", "registry", "2", "");
}

}  // namespace
