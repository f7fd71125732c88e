#include "findings/report/fingerprints.h"

#include <fmt/format.h>

#include <algorithm>

namespace harden {
namespace {

// FNV-1a, of 64 bits.
constexpr std::uint64_t start = 0xcbf29ce484222325U;
constexpr std::uint64_t prime = 0x100000001b3U;

std::uint64_t hashed(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * prime;
}

// With an end, so that "a" and "bc" differ from "ab" and "c".
std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = hashed(hash, c);
  return hashed(hash, '\0');
}

std::uint64_t hashed(std::uint64_t hash, std::uint64_t number) {
  return hashed(hash, fmt::format("{:x}", number));
}

bool is_inner_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

Fingerprints::Fingerprints(std::string_view scope, const SourceFile& source)
    : source_(source), scope_(hashed(start, scope)) {}

// Most findings of a long line follow each other.
std::uint64_t Fingerprints::line_hash(std::uint32_t line) {
  if (line == line_) return last_;
  line_ = line;
  last_ = start;
  for (const char c : source_.line(line)) {
    if (!is_inner_blank(c)) last_ = hashed(last_, c);
  }
  return last_;
}

std::string Fingerprints::next(RuleId rule, Span span) {
  const auto size = static_cast<std::uint32_t>(source_.bytes().size());
  const auto line = source_.position(std::min(span.begin, size)).line;
  const std::uint64_t place = hashed(hashed(scope_, rule), line_hash(line));
  return fmt::format("{:016x}", hashed(place, std::uint64_t{seen_[place]++}));
}

}  // namespace harden
