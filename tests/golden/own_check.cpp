#include "own_check.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/libraries/json.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> all_lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) result.push_back(line);
  return result;
}

// Those of all files that were there before.
std::set<std::string> lines_of_the_user(const fs::path& folder) {
  std::set<std::string> result;
  for (const auto& [name, file] : files_below(folder)) {
    for (const std::string& it : all_lines(file.bytes)) result.insert(it);
  }
  return result;
}

bool is_checked(const fs::path& name) {
  const std::string text = name.filename();
  if (name.extension() == ".yaml") return true;
  return text.find("Dockerfile") != text.npos && !text.ends_with("ignore");
}

nlohmann::json report_on(const fs::path& folder, const Words& names) {
  const Scratch scratch;
  const std::string report = scratch.path() / "report.json";
  Words words = {"check", "--format", "json", "-o", report};
  words.insert(words.end(), names.begin(), names.end());
  ask_harden(folder, words);
  return nlohmann::json::parse(slurp(report)).at("files");
}

}  // namespace

void check_own_lines(const Copy& copy, const fs::path& folder) {
  Words names;
  for (const auto& [name, file] : copy.written()) {
    if (is_checked(name)) names.push_back(name);
  }
  if (names.empty()) return;
  const std::set<std::string> before = lines_of_the_user(folder);
  for (const auto& file : report_on(copy.path(), names)) {
    const std::string name = file.at("name");
    EXPECT_TRUE(file.at("failure").is_null()) << name;
    const auto lines = all_lines(slurp(copy.path() / name));
    for (const auto& it : file.at("findings")) {
      if (it.at("place").is_null()) continue;
      const std::size_t number = it.at("place").at("line");
      const std::string& line = lines.at(number - 1);
      EXPECT_TRUE(before.contains(line)) << name << ":" << number << ": "
                                         << line << "\n  " << it.at("message");
    }
  }
}

}  // namespace harden::golden
