#include "findings/report/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <dtl/dtl.hpp>
#include <iterator>
#include <unordered_map>
#include <vector>

#include "base/text/palette.h"

namespace harden {
namespace {

// Finding the shortest script takes time with the number of differing lines;
// harden's own edits are few, and beyond this one large block reads as well.
constexpr std::size_t max_distinct = 2000;

using Lines = std::vector<std::string_view>;
using Ids = std::vector<std::uint32_t>;

// One run of removed and added lines: [old_begin, old_end) becomes
// [new_begin, new_end). Line numbers count from 0.
struct DiffChange {
  std::size_t old_begin, old_end, new_begin, new_end;
};

// With their line endings: a last line without one differs from one with it.
Lines cut_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// What both begin and end with is not part of the search.
DiffChange differing_middle(const Lines& before, const Lines& after) {
  const auto head = static_cast<std::size_t>(
      std::mismatch(before.begin(), before.end(), after.begin(), after.end())
          .first -
      before.begin());
  std::size_t tail = 0;
  const auto most = std::min(before.size(), after.size()) - head;
  while (tail < most &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  return {head, before.size() - tail, head, after.size() - tail};
}

class Interner {
 public:
  Ids ids(const Lines& lines, std::size_t begin, std::size_t end) {
    Ids result;
    result.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      result.push_back(
          known_
              .try_emplace(lines[i], static_cast<std::uint32_t>(known_.size()))
              .first->second);
    }
    return result;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

// How many lines one side has that the other has not: a lower bound of the
// script's length.
std::size_t distinct_lines(Ids a, Ids b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  Ids only;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(),
                                std::back_inserter(only));
  return only.size();
}

std::vector<DiffChange> shortest_script(const Ids& before, const Ids& after,
                                        std::size_t head) {
  dtl::Diff<std::uint32_t, Ids> diff(before, after);
  diff.compose();
  std::vector<DiffChange> changes;
  DiffChange open{head, head, head, head};
  const auto close = [&] {
    if (open.old_begin != open.old_end || open.new_begin != open.new_end) {
      changes.push_back(open);
    }
  };
  for (const auto& [line, info] : diff.getSes().getSequence()) {
    if (info.type == dtl::SES_DELETE) {
      ++open.old_end;
    } else if (info.type == dtl::SES_ADD) {
      ++open.new_end;
    } else {
      close();
      open = {open.old_end + 1, open.old_end + 1, open.new_end + 1,
              open.new_end + 1};
    }
  }
  close();
  return changes;
}

std::vector<DiffChange> find_changes(const Lines& before, const Lines& after) {
  const DiffChange middle = differing_middle(before, after);
  if (middle.old_begin == middle.old_end ||
      middle.new_begin == middle.new_end) {
    return {middle};
  }
  Interner interner;
  const Ids a = interner.ids(before, middle.old_begin, middle.old_end);
  const Ids b = interner.ids(after, middle.new_begin, middle.new_end);
  if (distinct_lines(a, b) > max_distinct) return {middle};
  return shortest_script(a, b, middle.old_begin);
}

// "12,3"; "12" for one line; "11,0" for none behind line 11. `first` is the
// number of the text's first line.
std::string range(std::size_t begin, std::size_t end, std::size_t first) {
  const std::size_t line = begin + first;
  if (end - begin == 1) return fmt::format("{}", line);
  return fmt::format("{},{}", begin == end ? line - 1 : line, end - begin);
}

class HunkWriter {
 public:
  HunkWriter(const Lines& before, const Lines& after, const HunkStyle& style,
             std::string& out)
      : before_(before), after_(after), style_(style), out_(out) {}

  // Changes so near to each other that their contexts touch.
  void write(const DiffChange* first, const DiffChange* last) {
    const auto lead = std::min(style_.context, first->old_begin);
    const auto trail =
        std::min(style_.context, before_.size() - last[-1].old_end);
    fmt::format_to(std::back_inserter(out_), "@@ -{} +{} @@\n",
                   range(first->old_begin - lead, last[-1].old_end + trail,
                         style_.old_line),
                   range(first->new_begin - lead, last[-1].new_end + trail,
                         style_.new_line));
    std::size_t line = first->old_begin - lead;
    for (; first != last; ++first) {
      copy(' ', before_, line, first->old_begin);
      copy('-', before_, first->old_begin, first->old_end);
      copy('+', after_, first->new_begin, first->new_end);
      line = first->old_end;
    }
    copy(' ', before_, line, line + trail);
  }

 private:
  void copy(char mark, const Lines& lines, std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin) {
      out_ += mark;
      out_ += lines[begin];
      if (!lines[begin].ends_with('\n')) {
        out_ += "\n\\ No newline at end of file\n";
      }
    }
  }

  const Lines& before_;
  const Lines& after_;
  const HunkStyle& style_;
  std::string& out_;
};

// patch takes a name up to the first tab, so one with blanks is closed by it.
std::string header_name(std::string_view name) {
  std::string result(name);
  std::replace_if(
      result.begin(), result.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20; }, '?');
  if (result.find(' ') != std::string::npos) result += '\t';
  return result;
}

}  // namespace

std::string unified_diff(std::string_view old_name, std::string_view new_name,
                         std::string_view old_text, std::string_view new_text) {
  if (old_text == new_text) return {};
  return fmt::format("--- {}\n+++ {}\n", header_name(old_name),
                     header_name(new_name)) +
         diff_hunks(old_text, new_text, {});
}

std::string diff_hunks(std::string_view old_text, std::string_view new_text,
                       const HunkStyle& style) {
  if (old_text == new_text) return {};
  std::string out;
  const Lines before = cut_lines(old_text);
  const Lines after = cut_lines(new_text);
  const auto changes = find_changes(before, after);
  HunkWriter writer(before, after, style, out);
  for (std::size_t first = 0, last = 0; first < changes.size(); first = last) {
    last = first + 1;
    while (last < changes.size() &&
           changes[last].old_begin - changes[last - 1].old_end <=
               2 * style.context) {
      ++last;
    }
    writer.write(changes.data() + first, changes.data() + last);
  }
  return out;
}

std::string colour_diff(std::string_view diff) {
  const Palette palette(true);
  std::string result;
  for (auto line : cut_lines(diff)) {
    const bool ended = line.ends_with('\n');
    if (ended) line.remove_suffix(1);
    const bool header = line.starts_with("---") || line.starts_with("+++");
    result += header                   ? palette.bold(line)
              : line.starts_with('+')  ? palette.good(line)
              : line.starts_with('-')  ? palette.bad(line)
              : line.starts_with("@@") ? palette.gutter(line)
                                       : std::string(line);
    if (ended) result += '\n';
  }
  return result;
}

}  // namespace harden
