// Small Dockerfiles with the user that they run as: the tables in this folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "dockerfile/builder.h"

namespace harden {

struct ContextFile {
  std::string path;
  std::string text;
};

struct WhoCase {
  std::string place;   // "root-spellings.txt:12"
  std::string name;    // after `###`
  std::string expect;  // "unprivileged 1000:0", "unknown"
  std::string why;     // what engines do, for people who read the table
  std::vector<std::string> says;  // words of the message or of its reasons
  std::vector<std::string> build_args;  // "NAME=value"
  std::string target;
  // What each builder makes of it, where the table says so.
  std::map<Builder, std::string> builders;
  std::string dockerfile;
  std::vector<ContextFile> context;
};

// All rows of a table. Throws std::runtime_error, with the place, for a row
// that says too little, for unknown keys, and for a table without rows.
std::vector<WhoCase> read_table(const std::filesystem::path& file);

}  // namespace harden
