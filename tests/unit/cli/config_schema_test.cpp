// docs/harden.schema.json knows the keys that the program knows, and no others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <string_view>

#include "base/libraries/json.h"
#include "cli/config/base_settings.h"
#include "cli/config/check_config.h"
#include "cli/config/config_tables.h"
#include "runtime/policy/policy_key.h"
#include "runtime/policy/policy_values.h"

namespace harden::cli {
namespace {

using nlohmann::json;
using Keys = std::set<std::string>;

const json& schema() {
  static const json value =
      json::parse(std::ifstream(HARDEN_ROOT "/docs/harden.schema.json"));
  return value;
}

Keys keys_of(const json& table) {
  EXPECT_EQ(table.at("additionalProperties"), false);
  Keys keys;
  for (const auto& [key, value] : table.at("properties").items()) {
    EXPECT_TRUE(value.contains("description")) << key;
    keys.insert(key);
  }
  return keys;
}

Keys keys_at(const std::string& pointer) {
  return keys_of(schema().at(json::json_pointer(pointer)));
}

template <typename List>
Keys known(const List& list) {
  return Keys(list.begin(), list.end());
}

// Those of `[policy]` or of a table in it.
Keys known_policy(std::span<const PolicyKey> list, std::string_view table) {
  Keys keys;
  for (const PolicyKey& it : list) {
    std::string_view name = it.name;
    const bool below = name.starts_with(table);
    if (!below) continue;
    name.remove_prefix(table.size());
    keys.emplace(name.substr(0, name.find('.')));
  }
  return keys;
}

TEST(ConfigSchema, HasAllTables) {
  EXPECT_EQ(keys_of(schema()),
            (Keys{"bases", "build", "check", "daemon", "policy", "rootfs"}));
}

TEST(ConfigSchema, HasTheKeysOfCheck) {
  EXPECT_EQ(keys_at("/properties/check"), known(check_keys()));
  EXPECT_EQ(keys_at("/properties/check/properties/ignore/items"),
            known(check_ignore_keys()));
}

TEST(ConfigSchema, HasTheKeysOfBases) {
  EXPECT_EQ(keys_at("/properties/bases/additionalProperties"),
            known(base_keys()));
}

TEST(ConfigSchema, HasTheKeysOfRootfsAndDaemon) {
  EXPECT_EQ(keys_at("/properties/build"), known(build_keys()));
  EXPECT_EQ(keys_at("/properties/rootfs"), known(rootfs_keys()));
  EXPECT_EQ(keys_at("/properties/daemon"), known(daemon_keys()));
}

TEST(ConfigSchema, HasTheKeysOfPolicy) {
  Keys keys = known_policy(container_keys(), "");
  keys.insert("limits");
  // They have no value that is not refused.
  EXPECT_EQ(keys.erase("userns") + keys.erase("uts"), 2u);
  EXPECT_EQ(keys_at("/properties/policy"), keys);
  EXPECT_EQ(keys_at("/properties/policy/properties/health"),
            known_policy(container_keys(), "health."));
  EXPECT_EQ(keys_at("/properties/policy/properties/limits"),
            known_policy(limit_keys(), "limits."));
  EXPECT_EQ(keys_at("/properties/policy/properties/writable/items/oneOf/1"),
            known(policy_writable_keys()));
}

}  // namespace
}  // namespace harden::cli
