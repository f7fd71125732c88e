#include "containers/yaml/yaml_span.h"

#include <algorithm>

namespace harden::yaml {
namespace {

constexpr std::string_view space = " \t\r\n";

std::size_t find(std::string_view bytes, std::string_view characters,
                 std::size_t from) {
  return std::min(bytes.find_first_of(characters, from), bytes.size());
}

std::size_t skip_space(std::string_view bytes, std::size_t from) {
  return std::min(bytes.find_first_not_of(space, from), bytes.size());
}

std::size_t end_of_double_quotes(std::string_view bytes, std::size_t at) {
  for (++at; at < bytes.size() && bytes[at] != '"'; ++at) {
    if (bytes[at] == '\\') ++at;
  }
  return std::min(at + 1, bytes.size());
}

// `''` is a quote inside.
std::size_t end_of_single_quotes(std::string_view bytes, std::size_t at) {
  for (++at; at < bytes.size(); ++at) {
    if (bytes[at] != '\'') continue;
    if (bytes.substr(at + 1, 1) != "'") return at + 1;
    ++at;
  }
  return bytes.size();
}

// Lines are joined and indentation goes, but all else of the value stands in
// the file, in the same order.
std::size_t end_of_lines(std::string_view bytes, std::size_t from,
                         std::string_view value) {
  std::size_t end = from;
  std::size_t at = from;
  for (const char c : value) {
    if (space.find(c) != space.npos) continue;
    at = skip_space(bytes, at);
    if (at == bytes.size() || bytes[at] != c) break;
    end = ++at;
  }
  return end;
}

std::size_t end_of(std::string_view bytes, std::size_t begin,
                   std::string_view value) {
  if (begin >= bytes.size()) return bytes.size();
  switch (bytes[begin]) {
    case '"':
      return end_of_double_quotes(bytes, begin);
    case '\'':
      return end_of_single_quotes(bytes, begin);
    case '|':
    case '>':
      return end_of_lines(bytes, find(bytes, "\r\n", begin), value);
    default:
      return end_of_lines(bytes, begin, value);
  }
}

}  // namespace

std::uint32_t behind_properties(std::string_view bytes, std::uint32_t begin) {
  std::size_t at = begin;
  while (at < bytes.size()) {
    if (bytes[at] == '&' || bytes[at] == '!') {
      at = find(bytes, " \t\r\n,[]{}", at);
    } else if (bytes[at] == '#' && at != begin) {
      at = find(bytes, "\n", at);
    } else if (space.find(bytes[at]) != space.npos) {
      at = skip_space(bytes, at);
    } else {
      break;
    }
  }
  return static_cast<std::uint32_t>(at);
}

Span scalar_span(std::string_view bytes, std::uint32_t begin,
                 std::string_view value) {
  const std::uint32_t from = behind_properties(bytes, begin);
  return {from, static_cast<std::uint32_t>(end_of(bytes, from, value))};
}

}  // namespace harden::yaml
