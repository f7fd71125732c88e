#include "facts.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "base/libraries/json.h"
#include "call.h"
#include "cli/commands/command.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

using Json = nlohmann::ordered_json;

// Longer lines are excerpts, and std::regex takes a frame for each character.
constexpr std::size_t head_size = 400;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    result.push_back(line.substr(0, head_size));
  }
  return result;
}

// `error: NAME:LINE:COLUMN: …`: what was wrong with the input, and where.
std::string failure_facts(const std::string& messages) {
  static const std::regex failure("error: ([^ `]+:\\d+(?::\\d+)?): .*");
  std::string result;
  std::smatch found;
  for (const std::string& line : lines_of(messages)) {
    if (!std::regex_match(line, found, failure)) continue;
    result += found.str(1) + ": failure\n";
  }
  return result;
}

// --- reports as JSON ---------------------------------------------------------

bool is_one_of(const std::string& word,
               std::initializer_list<const char*> all) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

// The arguments without these options and their values, `--name=value` too.
Words without(const Words& words, std::initializer_list<const char*> options) {
  Words result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_one_of(words[i], options)) {
      ++i;
    } else if (!is_one_of(words[i].substr(0, words[i].find('=')), options)) {
      result.push_back(words[i]);
    }
  }
  return result;
}

std::string number(const Json& json) {
  return json.is_null() ? "?" : json.dump();
}

std::string text(const Json& json) { return json.get<std::string>(); }

std::string place(const Json& finding) {
  const Json& at = finding["place"];
  if (at.is_null()) return "";
  return ':' + number(at["line"]) + ':' + number(at["column"]);
}

std::string verdict_facts(const Json& it) {
  std::string result = text(it["name"]) + ": " + text(it["privilege"]);
  if (!it["uid"].is_null() || !it["gid"].is_null()) {
    result += ' ' + number(it["uid"]) + ':' + number(it["gid"]);
  } else if (!it["user"].is_null()) {
    result += ' ' + text(it["user"]);
  }
  return result + (it["root_group"] == true ? ", group of root\n" : "\n");
}

std::string file_facts(const Json& file) {
  const std::string name = file["name"];
  std::string result;
  if (!file["failure"].is_null()) result += name + ": failure\n";
  if (file["refused"] == true) result += name + ": refused\n";
  if (file["unusable"] == true) result += name + ": unusable\n";
  for (const Json& it : file["verdicts"]) result += verdict_facts(it);
  for (const Json& it : file["fixed"]) {
    result += name + place(it) + ": fixed " + text(it["rule"]) + '\n';
  }
  for (const Json& it : file["findings"]) {
    result +=
        name + place(it) + ": " + text(it["severity"]) + ' ' + text(it["rule"]);
    if (!it["fix"].is_null()) result += ", fix " + text(it["fix"]["safety"]);
    result += '\n';
  }
  return result;
}

// The report of `check` lands in a file: standard output may hold a diff.
// Empty after wrong usage.
Json checked(const fs::path& folder, const Words& words) {
  const Scratch scratch;
  const std::string report = scratch.path() / "report.json";
  Words again = without(words, {"--format", "-o", "--output"});
  again.insert(again.begin() + 1, {"--format", "json", "-o", report});
  std::optional<Copy> copy;
  if (writes_files(words)) copy.emplace(folder);
  ask_harden(copy ? copy->path() : folder, again);
  if (!fs::exists(report)) return Json::array();
  return Json::parse(slurp(report))["files"];
}

std::string check_facts(const fs::path& folder, const Words& words) {
  std::string result;
  for (const Json& it : checked(folder, words)) result += file_facts(it);
  return result;
}

// --- settings
// ------------------------------------------------------------------

bool is_nothing(const Json& value) {
  return value.is_null() || value == false || value == "" ||
         ((value.is_array() || value.is_object()) && value.empty());
}

// Each key with a value, and how it is known.
void add_settings(std::string& result, const std::string& key,
                  const Json& json) {
  if (json.is_object() && json.contains("value") && json.contains("because")) {
    if (is_nothing(json["value"])) return;
    result += key + ": " + json["value"].dump();
    for (const Json& it : json["because"]) result += ", " + text(it["source"]);
    result += '\n';
  } else if (json.is_object()) {
    for (const auto& [name, value] : json.items()) {
      add_settings(result, key + '.' + name, value);
    }
  } else if (json.is_array()) {
    for (const Json& it : json) add_settings(result, key + "[]", it);
  } else if (!is_nothing(json)) {
    result += key + ": " + json.dump() + '\n';
  }
}

std::string settings_facts(Json policy) {
  for (const char* words : {"assumptions", "tasks"}) policy.erase(words);
  if (!policy["unsafe_because"].is_null()) policy["unsafe_because"] = "…";
  std::string result;
  add_settings(result, "policy", policy);
  return result;
}

Json asked_policy(const fs::path& folder, const Words& words) {
  Words again = without(words, {"--format"});
  again.insert(again.begin() + 1, {"--format", "json"});
  const Outcome outcome = ask_harden(folder, again);
  if (outcome.output.empty()) throw std::runtime_error(outcome.messages);
  return Json::parse(outcome.output);
}

// --- rewrites
// -------------------------------------------------------------------

// What of the policy says as whom the result runs.
std::string user_facts(const fs::path& folder, const Words& words) {
  const Json policy = asked_policy(folder, words);
  const Json& user = policy["user"]["value"];
  std::string result = number(user["uid"]) + ':' + number(user["gid"]);
  if (result == "?:?") result = text(user["name"]);
  result += ", starts as " + text(policy["start"]["value"]);
  if (!policy["steps_down_in"].is_null()) {
    result += ", steps down in " + text(policy["steps_down_in"]);
  }
  return result + (policy["unsafe_because"].is_null() ? "\n" : ", not safe\n");
}

// Of the messages, and as whom the images run before and after.
std::string rewrite_facts(const fs::path& folder, const Words& words,
                          const std::string& messages) {
  const Call call = read_call(words);
  std::string result = finding_facts(messages);
  for (const std::string& input : call.inputs) {
    const Words settings = joined({input}, call.settings);
    for (const Json& file : checked(folder, joined({"check"}, settings))) {
      for (const Json& it : file["verdicts"]) {
        result += "before: " + verdict_facts(it);
      }
    }
    result +=
        "after: " + input + ": " +
        user_facts(folder, joined(joined({"policy"}, settings), call.wishes));
  }
  return result;
}

std::string written_facts(const WrittenFiles& written) {
  std::string result;
  for (const auto& [name, file] : written) {
    result += "writes " + name + (file.executable ? ", executable\n" : "\n");
  }
  for (const auto& [name, file] : written) {
    if (fs::path(name).filename() != "policy.json") continue;
    result += settings_facts(Json::parse(file.bytes));
  }
  return result;
}

// The command that the arguments name; empty for harden itself.
std::string command_of(const Words& words) {
  for (const auto& it : cli::all_commands()) {
    if (!words.empty() && words.front() == it.word) return words.front();
  }
  return "";
}

}  // namespace

std::string finding_facts(const std::string& report) {
  static const std::regex head("(\\S.*:\\d+:\\d+): ([a-z]+)\\[(HD\\d+)\\]: .*");
  std::string result;
  std::smatch found;
  for (const std::string& line : lines_of(report)) {
    if (!std::regex_match(line, found, head)) continue;
    result += found.str(1) + ": " + found.str(2) + ' ' + found.str(3) + '\n';
  }
  return result;
}

std::string facts(const fs::path& folder, const Words& words,
                  const Outcome& outcome, const WrittenFiles& written) {
  const std::string command = command_of(words);
  std::string result = "exit status " + std::to_string(outcome.status) + '\n';
  result += failure_facts(outcome.messages);
  if (command == "check") {
    result += check_facts(folder, words);
  } else if (command == "policy" && outcome.status != 2) {
    result += settings_facts(asked_policy(folder, words));
  } else if (command.empty() && outcome.status != 2) {
    result += rewrite_facts(folder, words, outcome.messages);
  } else {
    result += finding_facts(outcome.output + outcome.messages);
  }
  return result + written_facts(written);
}

}  // namespace harden::golden
