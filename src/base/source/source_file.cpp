#include "base/source/source_file.h"

#include <algorithm>
#include <utility>

namespace harden {

SourceFile::SourceFile(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)) {
  for (std::size_t at = bytes_.find('\n'); at != std::string::npos;
       at = bytes_.find('\n', at + 1)) {
    line_begins_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Position SourceFile::position(std::uint32_t offset) const {
  const auto next =
      std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - line_begins_.begin());
  return {line, offset - line_begins_[line - 1] + 1};
}

std::uint32_t SourceFile::line_begin(std::uint32_t line) const {
  return line_begins_.at(line - 1);
}

std::string_view SourceFile::line(std::uint32_t line) const {
  const std::uint32_t begin = line_begin(line);
  const bool is_last = line == line_begins_.size();
  const std::size_t end = is_last ? bytes_.size() : line_begin(line + 1) - 1;
  std::string_view text = bytes().substr(begin, end - begin);
  while (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

std::uint32_t SourceFile::line_count() const {
  return static_cast<std::uint32_t>(line_begins_.size());
}

void refuse(const SourceFile& source, std::uint32_t offset,
            std::string message) {
  const Position at = source.position(offset);
  throw BadInput(source.name(), std::move(message), at.line, at.column);
}

}  // namespace harden
