// The templates as values, checked.
#pragma once

#include <string>
#include <vector>

#include "harden/base_image.h"
#include "knowledge/version.h"

namespace harden::knowledge {

struct ImageEntry {
  BaseImage facts;
  bool accounts_complete = false;
  std::vector<std::string> images;  // repositories or patterns of them
  std::vector<std::string> tags;
  std::vector<std::string> not_tags;
  std::vector<VersionRange> versions;
};

struct ImageTemplates {
  std::vector<std::string> library_prefixes;
  std::vector<ImageEntry> entries;  // variants stand before their entry
};

struct FamilyEntry {
  Family family = Family::unknown;
  bool has_commands = true;
  std::string install_tools;
  std::string add_group;
  std::string add_user;
  std::string nologin;
  std::vector<Account> accounts;
  std::vector<Group> groups;
};

ImageTemplates read_image_templates(const std::string& path);
std::vector<FamilyEntry> read_family_templates(const std::string& path);
std::vector<Runtime> read_runtime_templates(const std::string& path);

}  // namespace harden::knowledge
