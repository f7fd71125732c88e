// Every row of the table answers for something: none is hidden by those before
// it. A hidden row is a fact that nobody ever hears of.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/rows.h"

namespace {

using harden::knowledge::ImageRow;
using harden::knowledge::NameRow;
using harden::knowledge::tables;
using harden::knowledge::VersionRange;

std::string replaced(std::string_view pattern, std::string_view star) {
  std::string result;
  for (const char c : pattern) {
    if (c == '*') {
      result += star;
    } else {
      result += c == '?' ? '7' : c;
    }
  }
  return result;
}

// Versions on both sides of each bound, and none.
std::vector<std::string> version_samples(const ImageRow& row) {
  std::vector<std::string> samples = {"", "0", "1", "9999"};
  for (const VersionRange& range : row.versions) {
    const auto& [major, minor, patch] = range.bound;
    samples.push_back(std::to_string(major) + "." + std::to_string(minor));
    if (major > 0) samples.push_back(std::to_string(major - 1) + ".9");
  }
  return samples;
}

std::vector<std::string> tag_samples(const ImageRow& row) {
  std::vector<std::string> samples = {""};
  for (const std::string& version : version_samples(row)) {
    if (!version.empty()) samples.push_back(version);
    for (const std::string_view tag : row.tags) {
      const std::string tail = replaced(tag, "");
      samples.push_back(tail);
      if (version.empty()) continue;
      samples.push_back(version + "-" + tail);
      samples.push_back(replaced(tag, version));
    }
  }
  return samples;
}

bool is_reached(const ImageRow& row, const std::string& repository) {
  const std::vector<std::string> tags = tag_samples(row);
  return std::ranges::any_of(tags, [&](const std::string& tag) {
    const std::string reference =
        tag.empty() ? repository : repository + ":" + tag;
    const auto image = harden::builtin_bases().find(reference);
    return image && image->id == row.id;
  });
}

void expect_reached(const NameRow& name) {
  const ImageRow& row = tables.images[name.image];
  EXPECT_TRUE(is_reached(row, replaced(name.repository, "x")))
      << row.id << " is hidden for " << name.repository;
}

TEST(Tables, EveryRowIsReachedByEachOfItsNames) {
  ASSERT_FALSE(tables.names.empty());
  ASSERT_FALSE(tables.patterns.empty());
  for (const NameRow& name : tables.names) expect_reached(name);
  for (const NameRow& name : tables.patterns) expect_reached(name);
}

// An account that an entry promises must be one that it lists.
TEST(Tables, ReadyAccountsExist) {
  for (const ImageRow& row : tables.images) {
    if (row.ready_account.empty()) continue;
    std::set<std::string_view> names;
    for (const auto& account : row.accounts) names.insert(account.name);
    if (!row.accounts_complete) {
      const auto family = static_cast<std::size_t>(row.family);
      for (const auto& account : tables.families[family].accounts) {
        names.insert(account.name);
      }
    }
    EXPECT_TRUE(names.contains(row.ready_account)) << row.id;
  }
}

}  // namespace
