// templates/licenses.json says what is in the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "base/libraries/json.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

nlohmann::json libraries() {
  return nlohmann::json::parse(
             content_of(HARDEN_ROOT "/templates/licenses.json"))
      .at("libraries");
}

std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return text;
  char bytes[4096];
  while (const std::size_t got = fread(bytes, 1, sizeof bytes, pipe)) {
    text.append(bytes, got);
  }
  pclose(pipe);
  return text;
}

TEST(Licenses, NameEveryLibraryAndItsHolders) {
  const std::string text = license_text();
  EXPECT_THAT(text, testing::StartsWith(version_line()));
  EXPECT_THAT(text, HasSubstr("The harden authors"));
  EXPECT_THAT(text, HasSubstr("Apache License, Version 2.0"));
  for (const auto& it : libraries()) {
    EXPECT_THAT(text, HasSubstr(it.at("name").get<std::string>()));
    EXPECT_THAT(text, HasSubstr(it.at("license").get<std::string>()));
    for (const auto& holder : it.at("copyright")) {
      EXPECT_THAT(text, HasSubstr(holder.get<std::string>()));
    }
  }
}

TEST(Licenses, AreOfTheVersionsOfDebian12) {
  if (!content_of("/etc/debian_version").starts_with("12.")) {
    GTEST_SKIP() << "not Debian 12";
  }
  for (const auto& it : libraries()) {
    const std::string package = it.at("package");
    const std::string version = output_of("dpkg-query -W -f '${Version}' '" +
                                          package + "' 2>/dev/null");
    const std::string wanted = it.at("version");
    EXPECT_THAT(version, testing::StartsWith(wanted)) << package;
    EXPECT_TRUE(fs::exists(it.at("source").get<std::string>())) << package;
  }
}

// As Debian's own file says; words that every such licence has.
TEST(Licenses, AreWhatTheirSourcesSay) {
  const std::pair<const char*, const char*> marks[] = {
      {"MIT", "Permission is hereby granted, free of charge"},
      {"BSD-3-Clause", "Redistribution and use in source and binary forms"},
      {"Beerware", "BEER-WARE"},
      {"LGPL-2.1-only", "version 2.1 of the GNU Lesser General Public License"},
      {"LGPL-2.1-or-later", "version 2.1 of the License, or (at your option)"},
      {"GCC-exception-3.1", "GCC RUNTIME LIBRARY EXCEPTION"}};
  std::size_t found = 0;
  for (const auto& it : libraries()) {
    std::string terms = content_of(it.at("source"));
    if (terms.empty()) continue;
    // Whatever the lines are.
    std::string line;
    std::istringstream words(terms);
    for (std::string word; words >> word;) line += word + ' ';
    for (const auto& [name, mark] : marks) {
      if (it.at("license").get<std::string>().find(name) == std::string::npos) {
        continue;
      }
      EXPECT_THAT(line, HasSubstr(mark)) << it.at("package");
      ++found;
    }
  }
  if (found == 0) GTEST_SKIP() << "not a Debian that builds harden";
}

TEST(Licenses, TheFileIsTheApacheLicense) {
  const std::string text = content_of(HARDEN_ROOT "/LICENSE");
  EXPECT_THAT(text, HasSubstr("Apache License\n"));
  EXPECT_THAT(text, HasSubstr("Copyright 2026 The harden authors"));
}

}  // namespace
}  // namespace harden::cli
