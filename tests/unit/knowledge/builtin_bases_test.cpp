#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/knowledge.h"

namespace {

using harden::Account;
using harden::BaseImage;
using harden::Family;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

BaseImage find(std::string_view reference) {
  auto image = harden::builtin_bases().find(reference);
  EXPECT_TRUE(image) << reference;
  return image.value_or(BaseImage());
}

auto account_named(std::string_view name) {
  return Contains(Field(&Account::name, name));
}

TEST(BuiltinBases, KnowsTheFamilyOfEachVariant) {
  EXPECT_EQ(find("node").family, Family::debian);
  EXPECT_EQ(find("node:22-alpine3.20").family, Family::alpine);
  EXPECT_EQ(find("golang:1.22-windowsservercore-ltsc2022").family,
            Family::windows);
  EXPECT_EQ(find("scratch").family, Family::scratch);
  EXPECT_EQ(find("amazonlinux:2023").family, Family::amazonlinux);
  EXPECT_EQ(find("registry.access.redhat.com/ubi9/ubi:9.4").family,
            Family::redhat);
  EXPECT_EQ(find("opensuse/leap:15.6").family, Family::suse);
  EXPECT_EQ(find("mcr.microsoft.com/dotnet/aspnet:8.0-azurelinux3.0").family,
            Family::azurelinux);
}

TEST(BuiltinBases, KnowsNothingOfOtherImages) {
  EXPECT_FALSE(harden::builtin_bases().find("example.com/node"));
  EXPECT_FALSE(harden::builtin_bases().find("nodejs"));
  EXPECT_FALSE(harden::builtin_bases().find(""));
}

TEST(BuiltinBases, GivesTheAccountThatTheImageShips) {
  const BaseImage node = find("node:22");
  EXPECT_EQ(node.ready_account, "node");
  EXPECT_EQ(node.user, "");
  EXPECT_THAT(node.entrypoint, ElementsAre("docker-entrypoint.sh"));
  ASSERT_THAT(node.accounts, account_named("node"));
  EXPECT_EQ(node.accounts[0].uid, 1000U);
}

TEST(BuiltinBases, AddsTheAccountsOfTheFamily) {
  EXPECT_THAT(find("debian:12").accounts, account_named("www-data"));
  EXPECT_THAT(find("alpine:3.20").accounts, account_named("nobody"));
  EXPECT_THAT(find("alpine:3.20").accounts, Not(account_named("www-data")));
  EXPECT_THAT(find("scratch").accounts, IsEmpty());
}

TEST(BuiltinBases, AnEntrysAccountReplacesTheFamilys) {
  const BaseImage php = find("php:8.3-fpm-alpine");
  ASSERT_THAT(php.accounts, account_named("www-data"));
  EXPECT_EQ(php.accounts[0].uid, 82U);
  EXPECT_EQ(find("centos:7").accounts[0].uid, 99U);
}

TEST(BuiltinBases, ComparesVersions) {
  EXPECT_EQ(find("haproxy:2.3").user, "");
  EXPECT_EQ(find("haproxy:2.4").user, "haproxy");
  EXPECT_EQ(find("haproxy").user, "haproxy");
  EXPECT_EQ(find("mcr.microsoft.com/dotnet/aspnet:6.0").ready_account, "");
  EXPECT_EQ(find("mcr.microsoft.com/dotnet/aspnet:8.0").ready_account, "app");
}

TEST(BuiltinBases, KnowsUsersAndMissingShells) {
  EXPECT_EQ(find("gcr.io/distroless/static").user, "0");
  EXPECT_EQ(find("gcr.io/distroless/static:nonroot").user, "65532");
  EXPECT_FALSE(find("gcr.io/distroless/base-debian12").has_shell);
  EXPECT_EQ(find("nginxinc/nginx-unprivileged:alpine").user, "101");
  EXPECT_EQ(find("registry.access.redhat.com/ubi9/nodejs-20").user, "1001");
}

TEST(BuiltinBases, KnowsWhoStepsDownAndWhoNeedsRoot) {
  EXPECT_EQ(find("postgres:16").steps_down_to, "postgres");
  EXPECT_TRUE(find("postgres:16").runs_as_any_user);
  EXPECT_FALSE(find("docker:dind").needs_root.empty());
  EXPECT_TRUE(find("docker:cli").needs_root.empty());
  EXPECT_FALSE(find("lscr.io/linuxserver/nginx").needs_root.empty());
}

TEST(BuiltinBases, KnowsOfficialImagesUnderOtherNames) {
  EXPECT_EQ(find("arm64v8/node:22").id, find("node:22").id);
  EXPECT_EQ(find("public.ecr.aws/docker/library/node:22").id, "node");
  EXPECT_EQ(find("docker.io/library/node:22").id, "node");
}

TEST(BuiltinBases, AnUbuntuAccountExistsSince2304) {
  EXPECT_THAT(find("ubuntu:22.04").accounts, Not(account_named("ubuntu")));
  EXPECT_THAT(find("ubuntu:24.04").accounts, account_named("ubuntu"));
  EXPECT_THAT(find("ubuntu:noble").accounts, account_named("ubuntu"));
}

TEST(BuiltinBases, ADigestAloneGivesWhatAllVariantsShare) {
  const BaseImage php = find("php@sha256:1381");
  EXPECT_EQ(php.family, Family::unknown);
  EXPECT_EQ(php.user, "");
  EXPECT_THAT(php.accounts, Not(account_named("daemon")));
  EXPECT_EQ(find("node:22@sha256:1381").family, Family::debian);
  EXPECT_FALSE(harden::builtin_bases().find("nobody/knows@sha256:1381"));
}

TEST(BuiltinBases, SaysHowToInstallTheTools) {
  const BaseImage minimal = find("redhat/ubi9-minimal");
  EXPECT_FALSE(minimal.has_user_tools);
  EXPECT_THAT(minimal.install_tools, testing::HasSubstr("microdnf"));
}

}  // namespace
