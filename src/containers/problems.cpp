#include "containers/problems.h"

namespace harden::containers {
namespace {

// A file with more of them is something else than it seems.
constexpr std::size_t max_problems = 200;

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

std::string Problems::shown(std::string_view text) {
  constexpr std::size_t max = 60;
  return text.size() <= max ? std::string(text)
                            : std::string(text.substr(0, max)) + "…";
}

}  // namespace harden::containers
