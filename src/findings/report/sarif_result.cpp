#include "findings/report/sarif_result.h"

#include "findings/report/report_path.h"
#include "findings/report/sarif_rules.h"

namespace harden {
namespace {

std::string sarif_message(const Diagnostic& finding) {
  std::string text = finding.message;
  for (const std::string& it : finding.because) text += "\nbecause: " + it;
  if (!finding.help.empty()) text += "\nhelp: " + finding.help;
  return text;
}

}  // namespace

Json sarif_artifact(const std::string& path) {
  Json result = {{"uri", uri_of(path)}};
  if (!path.starts_with('/')) result["uriBaseId"] = "%SRCROOT%";
  return result;
}

SarifFile::SarifFile(const SourceFile& source, const std::string& path)
    : places_(source),
      // The path is in the location: a fingerprint outlives a renamed file.
      fingerprints_("", source),
      artifact_(sarif_artifact(path)) {}

// The bytes are exact where an end of line is part of it.
Json SarifFile::region(Span given) const {
  const Span span = places_.inside(given);
  const TextPlace begin = places_.at(span.begin);
  const TextPlace end = places_.at(span.end);
  return {{"startLine", begin.line},  {"startColumn", begin.utf16_column},
          {"endLine", end.line},      {"endColumn", end.utf16_column},
          {"byteOffset", span.begin}, {"byteLength", span.size()}};
}

Json SarifFile::location(Span span) const {
  return {{"physicalLocation",
           {{"artifactLocation", artifact_}, {"region", region(span)}}}};
}

Json SarifFile::related(const Diagnostic& finding) const {
  Json result = Json::array();
  for (const Label& it : finding.labels) {
    Json place = location(it.span);
    place["id"] = result.size();
    place["message"] = {{"text", it.message}};
    result.push_back(std::move(place));
  }
  return result;
}

Json SarifFile::fix(const Fix& fix) const {
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

Json SarifFile::result(const Diagnostic& finding) {
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
  // One that needs new files, or bytes that JSON cannot hold, would be half of
  // a fix.
  const auto& fix = finding.fix;
  if (fix && fix->files.empty() && !fix->edits.empty() && is_exact(*fix)) {
    result["fixes"] = Json::array({this->fix(*fix)});
  }
  return result;
}

}  // namespace harden
