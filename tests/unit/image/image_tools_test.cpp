#include "image/files/image_tools.h"

#include <gtest/gtest.h>

#include <string>

#include "dockerfile/document.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

Family family_of(const std::string& run) {
  EvaluateOptions options;
  options.bases = &builtin_bases();
  const Document document =
      parse(SourceFile("Dockerfile", "FROM acme/unknown\nRUN " + run + "\n"));
  const Evaluation evaluation = evaluate(document, options);
  return image_tools({document, evaluation, 0, nullptr}).family;
}

// At 0733439 aptitude, dnf5 and removals told nothing.
TEST(ImageToolsOf, PackageManagersTellTheFamily) {
  EXPECT_EQ(family_of("apk add curl"), Family::alpine);
  EXPECT_EQ(family_of("apt-get -qq update"), Family::debian);
  EXPECT_EQ(family_of("aptitude install curl"), Family::debian);
  EXPECT_EQ(family_of("microdnf update"), Family::redhat);
  EXPECT_EQ(family_of("dnf5 -y install curl"), Family::redhat);
  EXPECT_EQ(family_of("tdnf install curl"), Family::azurelinux);
  EXPECT_EQ(family_of("zypper -n in curl"), Family::suse);
  EXPECT_EQ(family_of("pacman -S curl"), Family::arch);
  EXPECT_EQ(family_of("yum -y erase curl"), Family::redhat);
}

TEST(ImageToolsOf, WhatAnybodyMayAskTellsNothing) {
  EXPECT_EQ(family_of("apk info"), Family::unknown);
  EXPECT_EQ(family_of("apt-get --version"), Family::unknown);
  EXPECT_EQ(family_of("pacman -Q"), Family::unknown);
  EXPECT_EQ(family_of("npm install"), Family::unknown);
  EXPECT_EQ(family_of("rpm -i a.rpm"), Family::unknown);
}

}  // namespace
}  // namespace harden
