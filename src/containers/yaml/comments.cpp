#include "containers/yaml/comments.h"

#include <algorithm>
#include <string_view>

#include "base/quote/comment.h"

namespace harden::containers {
namespace {

// Whether a `#` begins a comment and the comment speaks to harden.
bool begins_comment(std::string_view bytes, std::size_t at) {
  if (at > 0 && std::string_view(" \t\r\n").find(bytes[at - 1]) ==
                    std::string_view::npos) {
    return false;
  }
  const auto word = bytes.find_first_not_of(" \t#", at);
  return word != bytes.npos && bytes.substr(word).starts_with(directive_mark);
}

bool is_inside(const std::vector<Span>& spans, std::uint32_t offset) {
  const auto after = std::partition_point(
      spans.begin(), spans.end(), [&](Span it) { return it.end <= offset; });
  return after != spans.end() && after->contains(offset);
}

Span line_span(const SourceFile& source, std::uint32_t line) {
  const std::uint32_t begin = source.line_begin(line);
  const auto size = static_cast<std::uint32_t>(source.line(line).size());
  return {begin, begin + size};
}

// Further comments may stand between a comment and its line.
Span lines_of(const SourceFile& source, std::uint32_t comment) {
  std::uint32_t line = source.position(comment).line;
  const auto first = [&] {
    const std::string_view text = source.line(line);
    const auto at = text.find_first_not_of(" \t\r");
    return at == text.npos ? '\0' : text[at];
  };
  while (first() == '#') {
    if (line == source.line_count()) return {};
    ++line;
  }
  return first() == '\0' ? Span{} : line_span(source, line);
}

}  // namespace

std::vector<Span> quoted_comments(const yaml::Document& document) {
  std::vector<Span> result;
  for (const yaml::Node& it : document.nodes) {
    if (it.kind != yaml::Kind::scalar) continue;
    const std::string_view text = document.source->text(it.span);
    if (text.find(directive_mark) != text.npos) result.push_back(it.span);
  }
  return result;
}

std::vector<SettingsComment> find_comments(const SourceFile& source,
                                           const std::vector<Span>& quoted) {
  std::vector<SettingsComment> result;
  const std::string_view bytes = source.bytes();
  for (auto at = bytes.find('#'); at != bytes.npos; at = bytes.find('#', at)) {
    const auto begin = static_cast<std::uint32_t>(at++);
    if (!begins_comment(bytes, begin) || is_inside(quoted, begin)) continue;
    at = std::min(bytes.find('\n', at), bytes.size());
    const bool carriage = bytes[at - 1] == '\r';
    const Span span{begin, static_cast<std::uint32_t>(at - carriage)};
    result.push_back({span, lines_of(source, begin)});
  }
  return result;
}

}  // namespace harden::containers
