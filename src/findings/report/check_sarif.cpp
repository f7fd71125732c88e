#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/quote/json_line.h"
#include "base/source/text_places.h"
#include "findings/registry.h"
#include "findings/report/check_formats.h"
#include "findings/report/fingerprints.h"
#include "findings/report/report_path.h"
#include "findings/report/rule_page.h"

namespace harden {
namespace {

// "error", "warning" or "note".
std::string_view sarif_level(Severity severity) {
  static constexpr auto levels = enum_words<Severity::note, Severity::error>(
      "note", "note", "warning", "error");
  return levels.of(severity);
}

// The first document on the web that says more.
std::string_view help_uri(const RuleInfo& rule) {
  const auto found =
      std::ranges::find_if(rule.references, [](std::string_view it) {
        return it.starts_with("https://") && it.find(' ') == it.npos;
      });
  return found == rule.references.end() ? std::string_view() : *found;
}

Json text(std::string_view text) { return {{"text", std::string(text)}}; }

Json described(const RuleInfo& rule) {
  Json result = {
      {"id", rule.code},
      {"name", rule.name},
      {"shortDescription", text(std::string(rule.summary) + ".")},
      {"fullDescription", text(rule.what)},
      {"help",
       {{"text", rule_page(rule, false)}, {"markdown", rule_markdown(rule)}}},
      {"defaultConfiguration",
       {{"level", sarif_level(rule.severity)}, {"enabled", !rule.on_request}}}};
  const auto uri = help_uri(rule);
  if (!uri.empty()) result["helpUri"] = uri;
  result["properties"] = {{"tags", {"security"}}};
  return result;
}

// In the order of rules(), so that a rule's place there is its ruleIndex.
Json sarif_rules() {
  Json result = Json::array();
  for (const RuleInfo& it : rules()) result.push_back(described(it));
  return result;
}

std::string sarif_message(const Diagnostic& finding) {
  std::string text = finding.message;
  for (const std::string& it : finding.because) text += "\nbecause: " + it;
  if (!finding.help.empty()) text += "\nhelp: " + finding.help;
  return text;
}

Json sarif_artifact(const std::string& path) {
  Json result = {{"uri", uri_of(path)}};
  if (!path.starts_with('/')) result["uriBaseId"] = "%SRCROOT%";
  return result;
}

// Findings of one file as SARIF describes them.
class SarifFile {
 public:
  // `path` is what reports call the file.
  SarifFile(const SourceFile& source, const std::string& path)
      : places_(source),
        // The path is in the location: a fingerprint outlives a renamed file.
        fingerprints_("", source),
        artifact_(sarif_artifact(path)) {}

  // Of the findings in their order.
  Json result(const Diagnostic& finding) {
    Json result = {{"ruleId", finding.rule}};
    if (const RuleInfo* rule = find_rule(finding.rule)) {
      result["ruleIndex"] = rule - rules().data();
    }
    result["level"] = sarif_level(finding.severity);
    result["message"] = {{"text", sarif_message(finding)}};
    result["locations"] = Json::array({location(finding.span)});
    if (!finding.labels.empty()) result["relatedLocations"] = related(finding);
    result["partialFingerprints"] = {
        {"harden/v1", fingerprints_.next(finding.rule, finding.span)}};
    // One that needs new files, or bytes that JSON cannot hold, would be half
    // of a fix.
    const auto& fix = finding.fix;
    if (fix && fix->files.empty() && !fix->edits.empty() && is_exact(*fix)) {
      result["fixes"] = Json::array({this->fix(*fix)});
    }
    return result;
  }

 private:
  // The bytes are exact where an end of line is part of it.
  Json region(Span given) const {
    const Span span = places_.inside(given);
    const TextPlace begin = places_.at(span.begin);
    const TextPlace end = places_.at(span.end);
    return {{"startLine", begin.line},  {"startColumn", begin.utf16_column},
            {"endLine", end.line},      {"endColumn", end.utf16_column},
            {"byteOffset", span.begin}, {"byteLength", span.size()}};
  }

  Json location(Span span) const {
    return {{"physicalLocation",
             {{"artifactLocation", artifact_}, {"region", region(span)}}}};
  }

  Json related(const Diagnostic& finding) const {
    Json result = Json::array();
    for (const Label& it : finding.labels) {
      Json place = location(it.span);
      place["id"] = result.size();
      place["message"] = {{"text", it.message}};
      result.push_back(std::move(place));
    }
    return result;
  }

  Json fix(const Fix& fix) const {
    Json replacements = Json::array();
    for (const Edit& it : fix.edits) {
      replacements.push_back({{"deletedRegion", region(it.span)},
                              {"insertedContent", {{"text", it.text}}}});
    }
    return {{"description", {{"text", fix.title}}},
            {"artifactChanges",
             Json::array({{{"artifactLocation", artifact_},
                           {"replacements", std::move(replacements)}}})},
            {"properties", {{"safety", to_string(fix.safety)}}}};
  }

  TextPlaces places_;
  Fingerprints fingerprints_;
  Json artifact_;
};

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

// The report of `harden check` as SARIF 2.1.0.
class CheckSarif : public CheckReport {
 public:
  explicit CheckSarif(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override {
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

  std::string add(const CheckedFile& file) override {
    const std::vector<std::string> results = results_of(file);
    if (!file.failure.empty()) note_failure(file);
    counts_.add(file);
    std::string text;
    for (const std::string& it : results) text += results_.next(it);
    return text;
  }

  std::string end() override {
    const Json properties = {{"files", counts_.files},
                             {"fixed", counts_.fixed}};
    return "\n      ],\n      \"invocations\": [" + json_line(invocation()) +
           "],\n      \"properties\": " + json_line(properties) +
           "\n    }\n  ]\n}\n";
  }

 private:
  std::vector<std::string> results_of(const CheckedFile& file) const {
    if (file.source == nullptr) return {};
    SarifFile sarif(*file.source, report_path(file.name, style_.folder));
    std::vector<std::string> results;
    for (const Diagnostic& it : file.findings) {
      results.push_back(json_line(sarif.result(it)));
    }
    return results;
  }

  void note_failure(const CheckedFile& file) {
    if (failures_.size() >= most_failures) return;
    Json failure = notification(file.failure);
    const std::string path = report_path(file.name, style_.folder);
    failure["locations"] = Json::array(
        {{{"physicalLocation", {{"artifactLocation", sarif_artifact(path)}}}}});
    failures_.push_back(std::move(failure));
  }

  Json invocation() const {
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

  CheckReportStyle style_;
  JsonList results_{"        "};
  // SARIF wants them behind all results; only so many are kept.
  std::vector<Json> failures_;
  CheckCounts counts_;
};

}  // namespace

std::unique_ptr<CheckReport> check_sarif(const CheckReportStyle& style) {
  return std::make_unique<CheckSarif>(style);
}

}  // namespace harden
