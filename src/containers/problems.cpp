#include "containers/problems.h"

#include <fmt/format.h>

#include "base/text/closest.h"

namespace harden::settings {
namespace {

// A file with more of them is something else than it seems.
constexpr std::size_t max_problems = 200;

// As much of a word as a message can hold.
std::string shown(std::string_view text) {
  constexpr std::size_t max = 60;
  return text.size() <= max ? std::string(text)
                            : std::string(text.substr(0, max)) + "…";
}

// One byte at least, of the line where it stands.
void widen(Span& span, const SourceFile& source) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  if (span.end < size) {
    ++span.end;
  } else if (span.begin > 0) {
    --span.begin;
  }
}

}  // namespace

void Problems::add(Diagnostic diagnostic) {
  if (out_.size() == max_problems) return;
  // A key that is nothing but a tag has no text to point at.
  if (diagnostic.span.empty()) widen(diagnostic.span, source_);
  // What several services take from one place is wrong once.
  for (const Diagnostic& it : out_) {
    if (it.span == diagnostic.span && it.rule == diagnostic.rule) return;
  }
  out_.push_back(std::move(diagnostic));
}

void Problems::duplicate(const yaml::DuplicateKey& key) {
  Diagnostic result;
  result.rule = "HD201";
  result.severity = Severity::error;
  result.span = key.second;
  result.message = fmt::format(
      "`{}` is given twice (first in line {}): the engine refuses the file, "
      "and other readers take one of the two",
      shown(key.key), source_.position(key.first.begin).line);
  result.labels.push_back({key.first, "first given here"});
  result.help = "remove one of them, or merge their values";
  add(std::move(result));
}

void Problems::unknown_key(Span span, std::string_view key,
                           std::string_view where,
                           std::span<const std::string_view> known,
                           Severity severity) {
  Diagnostic result;
  result.rule = "HD202";
  result.severity = severity;
  result.span = span;
  result.message =
      fmt::format("`{}` is no setting of {}: engines refuse it, or set nothing",
                  shown(key), where);
  const std::string_view near = closest(key, known);
  result.help = near.empty() ? "remove it, or correct its name"
                             : fmt::format("did you mean `{}`?", near);
  add(std::move(result));
}

void Problems::broken(Span span, std::string message, std::string help) {
  Diagnostic result;
  result.rule = "HD203";
  result.severity = Severity::error;
  result.span = span;
  result.message = std::move(message);
  result.help = std::move(help);
  add(std::move(result));
}

}  // namespace harden::settings
