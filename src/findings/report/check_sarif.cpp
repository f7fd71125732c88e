#include "findings/report/check_sarif.h"

#include <fmt/format.h>

#include "findings/report/fingerprints.h"
#include "findings/report/report_path.h"
#include "findings/report/sarif_result.h"
#include "findings/report/sarif_rules.h"

namespace harden {
namespace {

constexpr std::size_t most_failures = 1000;

Json driver(const std::string& version) {
  Json result = {{"name", "harden"}};
  if (!version.empty()) result["semanticVersion"] = version;
  result["rules"] = sarif_rules();
  return result;
}

Json notification(const std::string& text) {
  return {{"level", "error"}, {"message", {{"text", text}}}};
}

}  // namespace

std::string CheckSarif::begin() {
  const Json tool = {{"driver", driver(style_.version)}};
  return "{\n"
         "  \"$schema\": "
         "\"https://json.schemastore.org/sarif-2.1.0.json\",\n"
         "  \"version\": \"2.1.0\",\n"
         "  \"runs\": [\n    {\n"
         "      \"tool\": " +
         json_line(tool) +
         ",\n      \"columnKind\": \"utf16CodeUnits\""
         ",\n      \"originalUriBaseIds\": {\"%SRCROOT%\": {\"description\": "
         "{\"text\": \"the folder that harden was started in\"}}}"
         ",\n      \"results\": [";
}

void CheckSarif::note_failure(const CheckedFile& file) {
  if (failures_.size() >= most_failures) return;
  Json failure = notification(file.failure);
  const std::string path = report_path(file.name, style_.folder);
  failure["locations"] = Json::array(
      {{{"physicalLocation", {{"artifactLocation", sarif_artifact(path)}}}}});
  failures_.push_back(std::move(failure));
}

std::string CheckSarif::add(const CheckedFile& file) {
  const std::vector<std::string> results = results_of(file);
  if (!file.failure.empty()) note_failure(file);
  counts_.add(file);
  std::string text;
  for (const std::string& it : results) text += results_.next(it);
  return text;
}

std::vector<std::string> CheckSarif::results_of(const CheckedFile& file) const {
  if (file.source == nullptr) return {};
  SarifFile sarif(*file.source, report_path(file.name, style_.folder));
  std::vector<std::string> results;
  for (const Diagnostic& it : file.findings) {
    results.push_back(json_line(sarif.result(it)));
  }
  return results;
}

Json CheckSarif::invocation() const {
  Json result = {{"executionSuccessful", counts_.failures == 0}};
  Json all = failures_;
  if (counts_.failures > failures_.size()) {
    all.push_back(
        notification(fmt::format("{} more files could not be checked",
                                 counts_.failures - failures_.size())));
  }
  if (!all.empty()) result["toolExecutionNotifications"] = std::move(all);
  return result;
}

std::string CheckSarif::end() {
  const Json properties = {{"files", counts_.files}, {"fixed", counts_.fixed}};
  return "\n      ],\n      \"invocations\": [" + json_line(invocation()) +
         "],\n      \"properties\": " + json_line(properties) +
         "\n    }\n  ]\n}\n";
}

}  // namespace harden
