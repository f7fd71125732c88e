#include "base/source/text_places.h"

#include <algorithm>
#include <string_view>

#include "base/text/utf8.h"

namespace harden {
namespace {

constexpr std::uint32_t stride = 64;
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

}  // namespace

TextPlaces::TextPlaces(const SourceFile& source) : source_(source) {
  Count count;
  if (source.bytes().starts_with(utf8_mark)) {
    count.offset = static_cast<std::uint32_t>(utf8_mark.size());
  }
  counts_.push_back(count);
  while (count.offset < source.bytes().size()) {
    step(count);
    if (count.offset - counts_.back().offset >= stride) {
      counts_.push_back(count);
    }
  }
}

void TextPlaces::step(Count& count) const {
  const Utf8Char c = decode_utf8(source_.bytes(), count.offset);
  count.offset += c.size;
  count.code_points += 1;
  count.utf16 += c.code > 0xffff ? 2 : 1;
}

TextPlaces::Count TextPlaces::count_to(std::uint32_t offset) const {
  const auto next = std::upper_bound(
      counts_.begin(), counts_.end(), offset,
      [](std::uint32_t at, const Count& it) { return at < it.offset; });
  Count count = next == counts_.begin() ? *next : next[-1];
  while (count.offset < offset) step(count);
  return count;
}

TextPlace TextPlaces::at(std::uint32_t offset) const {
  const Span place = inside({offset, offset});
  const Position position = source_.position(place.begin);
  const Count begin = count_to(source_.line_begin(position.line));
  const Count here = count_to(place.begin);
  return {position.line, here.code_points - begin.code_points + 1,
          here.utf16 - begin.utf16 + 1};
}

Span TextPlaces::inside(Span span) const {
  const auto size = static_cast<std::uint32_t>(source_.bytes().size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  return span;
}

}  // namespace harden
