#include <fmt/format.h>

#include "base/quote/json_line.h"
#include "findings/registry.h"
#include "findings/report/check_formats.h"
#include "findings/report/fingerprints.h"
#include "findings/report/fix_diff.h"
#include "findings/report/report_path.h"
#include "findings/report/text_report.h"

namespace harden {
namespace {

constexpr std::uint32_t diff_context = 3;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json place_json(const TextPlaces& places, Span given) {
  const Span span = places.inside(given);
  const TextPlace begin = places.at(span.begin);
  const TextPlace end = places.at(span.end);
  return {{"line", begin.line},       {"column", begin.column},
          {"end_line", end.line},     {"end_column", end.column},
          {"begin_byte", span.begin}, {"end_byte", span.end}};
}

Json labels_json(const TextPlaces& places, const Diagnostic& finding) {
  Json labels = Json::array();
  for (const Label& it : finding.labels) {
    labels.push_back(
        {{"place", place_json(places, it.span)}, {"message", it.message}});
  }
  return labels;
}

// null where a text of them is not UTF-8.
Json edits_json(const TextPlaces& places, const Fix& fix) {
  if (!is_exact(fix)) return {};
  Json edits = Json::array();
  for (const Edit& it : fix.edits) {
    edits.push_back(
        {{"place", place_json(places, it.span)}, {"text", it.text}});
  }
  return edits;
}

// Without these the edits would be half of the fix.
Json files_json(const Fix& fix) {
  Json files = Json::array();
  for (const NewFile& it : fix.files) {
    files.push_back({{"path", it.path},
                     {"mode", fmt::format("{:04o}", it.mode)},
                     {"text", it.text}});
  }
  return files;
}

Json fix_json(const SourceFile& source, const TextPlaces& places,
              const std::optional<Fix>& fix) {
  if (!fix) return {};
  return {{"title", fix->title},
          {"safety", to_string(fix->safety)},
          {"edits", edits_json(places, *fix)},
          {"files", files_json(*fix)},
          {"diff", or_null(fix_diff(source, *fix, diff_context))}};
}

// What fixed findings have, too.
Json about(const TextPlaces& places, const Diagnostic& it) {
  const RuleInfo* rule = find_rule(it.rule);
  return {{"rule", it.rule},
          {"name", rule == nullptr ? Json() : Json(rule->name)},
          {"severity", to_string(it.severity)},
          {"message", it.message},
          {"place", place_json(places, it.span)}};
}

std::string findings_of(const CheckedFile& file) {
  if (file.source == nullptr) return {};
  const TextPlaces places(*file.source);
  Fingerprints fingerprints("", *file.source);
  JsonList list("        ");
  std::string text;
  for (const Diagnostic& it : file.findings) {
    Json finding = about(places, it);
    finding["labels"] = labels_json(places, it);
    finding["because"] = it.because;
    finding["help"] = text_or_null(it.help);
    finding["fix"] = fix_json(*file.source, places, it.fix);
    finding["fingerprint"] = fingerprints.next(it.rule, it.span);
    text += list.next(json_line(finding));
  }
  return text;
}

std::string fixed_json(const CheckedFile& file) {
  if (file.unfixed == nullptr) return {};
  const TextPlaces places(*file.unfixed);
  JsonList list("        ");
  std::string text;
  for (const Diagnostic& it : file.fixed) {
    Json finding = about(places, it);
    finding["title"] = it.fix ? Json(it.fix->title) : Json();
    text += list.next(json_line(finding));
  }
  return text;
}

std::string verdicts_of(const CheckedFile& file) {
  JsonList list("        ");
  std::string text;
  for (const Verdict& it : file.verdicts) {
    const EffectiveUser& user = it.user;
    text += list.next(json_line({{"name", it.name},
                                 {"privilege", to_string(user.privilege)},
                                 {"uid", or_null(user.uid)},
                                 {"gid", or_null(user.gid)},
                                 {"user", text_or_null(user.name)},
                                 {"root_group", user.root_group},
                                 {"reason", user.message},
                                 {"because", user.because}}));
  }
  return text;
}

// The report of `harden check` for programs: docs/check.schema.json.
class CheckJson : public CheckReport {
 public:
  explicit CheckJson(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override {
    const Json tool = {{"name", "harden"}, {"version", style_.version}};
    return "{\n  \"version\": 1,\n  \"tool\": " + json_line(tool) +
           ",\n  \"files\": [";
  }

  std::string add(const CheckedFile& file) override {
    const Json name(report_path(file.name, style_.folder));
    std::string text = "{\n      \"name\": " + json_line(name);
    const auto member = [&](const char* key, const std::string& value) {
      text += std::string(",\n      \"") + key + "\": " + value;
    };
    member("failure", json_line(text_or_null(file.failure)));
    member("refused", json_line(file.refused));
    member("unusable", json_line(file.unusable));
    member("verdicts", "[" + verdicts_of(file) + "]");
    member("findings", "[" + findings_of(file) + "]");
    member("fixed", "[" + fixed_json(file) + "]");
    counts_.add(file);
    return files_.next(text + "\n    }");
  }

  std::string end() override {
    const Json summary = {{"files", counts_.files},
                          {"failures", counts_.failures},
                          {"fixed", counts_.fixed},
                          {"error", counts_.of(Severity::error)},
                          {"warning", counts_.of(Severity::warning)},
                          {"info", counts_.of(Severity::info)},
                          {"note", counts_.of(Severity::note)}};
    return "\n  ],\n  \"summary\": " + json_line(summary) + "\n}\n";
  }

 private:
  CheckReportStyle style_;
  JsonList files_{"    "};
  CheckCounts counts_;
};

}  // namespace

std::unique_ptr<CheckReport> check_json(const CheckReportStyle& style) {
  return std::make_unique<CheckJson>(style);
}

}  // namespace harden
