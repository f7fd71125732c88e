#include "containers/yaml/tree_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/source/source_file.h"

namespace harden::yaml {
namespace {

// Where a scalar ends, which yaml-cpp does not tell.

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

// Behind tags, anchors, blanks, comments and line ends.
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

// The scalar that begins at an offset, behind its tag and anchor if it has
// any: quotes and the `|` of a block included. `value` is what yaml-cpp made of
// it.
Span scalar_span(std::string_view bytes, std::uint32_t begin,
                 std::string_view value) {
  const std::uint32_t from = behind_properties(bytes, begin);
  return {from, static_cast<std::uint32_t>(end_of(bytes, from, value))};
}

constexpr std::size_t max_nodes = 1'200'000;
// Who has more of them sees enough.
constexpr std::size_t max_duplicates = 100;

// The word at an offset: an alias with its star, `~`.
Span word_at(std::string_view bytes, std::uint32_t begin) {
  const auto end = bytes.find_first_of(" \t\r\n,[]{}", begin);
  return {begin, static_cast<std::uint32_t>(std::min(end, bytes.size()))};
}

bool is_null_word(std::string_view word) {
  return word == "~" || word == "null" || word == "Null" || word == "NULL";
}

// `{{ .Values.image }}` is YAML, too: a map whose key is a map.
[[noreturn]] void refuse_key(const SourceFile& source, std::uint32_t offset) {
  const bool braces =
      source.bytes().substr(offset > 0 ? offset - 1 : 0, 3).find("{{") !=
      std::string_view::npos;
  refuse(source, offset,
         braces ? "is a template and not YAML (`{{`); render it "
                  "first, as with `helm template`"
                : "a map or list cannot be a key here");
}

// yaml-cpp takes what stands there when the file ends inside of quotes.
void refuse_open_quote(const SourceFile& source, Span scalar) {
  const std::string_view text = source.text(scalar);
  if (text.empty() || (text[0] != '"' && text[0] != '\'')) return;
  if (text.size() > 1 && text.back() == text[0]) return;
  refuse(source, scalar.begin, "this quote is never closed");
}

// The line above an offset that is neither blank nor a comment.
std::string_view line_above(const SourceFile& source, std::uint32_t offset) {
  for (auto line = source.position(offset).line - 1; line > 0; --line) {
    const std::string_view text = source.line(line);
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin != text.npos && text[begin] != '#') return text;
  }
  return {};
}

}  // namespace

TreeBuilder::TreeBuilder(const SourceFile& source, std::uint32_t shift,
                         bool is_first)
    : source_(source), shift_(shift), is_first_(is_first) {
  document_.source = &source;
}

// yaml-cpp begins a document wherever the one before cannot go on.
void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  const std::uint32_t begin = offset(mark);
  if (is_first_ || source_.bytes().substr(begin, 3) == "---" ||
      line_above(source_, begin).starts_with("...")) {
    return;
  }
  refuse(source_, begin,
         "this does not belong to what stands above; indent it as "
         "its neighbours");
}

std::uint32_t TreeBuilder::offset(const YAML::Mark& mark) const {
  const auto size = static_cast<std::uint32_t>(source_.bytes().size());
  return std::min(static_cast<std::uint32_t>(mark.pos) + shift_, size);
}

void TreeBuilder::link(std::uint32_t index) {
  if (open_.empty()) return;
  Open& parent = open_.back();
  Node& node = document_.nodes[parent.node];
  (parent.last == none ? node.first : document_.nodes[parent.last].next) =
      index;
  parent.last = index;
  if (node.kind != Kind::map) return;
  const Kind kind = document_.nodes[index].kind;
  if (parent.at_key && (kind == Kind::map || kind == Kind::sequence)) {
    refuse_key(source_, document_.nodes[index].span.begin);
  }
  parent.at_key = !parent.at_key;
}

void TreeBuilder::add(Node node, YAML::anchor_t anchor) {
  const auto index = static_cast<std::uint32_t>(document_.nodes.size());
  if (index >= max_nodes) {
    refuse(source_, node.span.begin,
           "more than 1,200,000 values in one document; split it");
  }
  document_.nodes.push_back(node);
  link(index);
  if (anchor == YAML::NullAnchor) return;
  if (anchors_.size() <= anchor) anchors_.resize(anchor + 1, none);
  anchors_[anchor] = index;
}

// A value that is not there stands where its key does.
Span TreeBuilder::null_span(std::uint32_t begin) const {
  const Span word =
      word_at(source_.bytes(), behind_properties(source_.bytes(), begin));
  if (is_null_word(source_.text(word))) return word;
  if (!open_.empty() && open_.back().last != none) {
    return document_.nodes[open_.back().last].span;
  }
  const auto size = static_cast<std::uint32_t>(source_.bytes().size());
  const auto at = std::min(begin, size - std::min(size, 1U));
  return {at, std::min(at + 1, size)};
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node node;
  node.span = null_span(offset(mark));
  add(node, anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node node;
  node.kind = Kind::alias;
  node.span = word_at(source_.bytes(), offset(mark));
  const std::uint32_t target =
      anchor < anchors_.size() ? anchors_[anchor] : none;
  if (target == none || document_.nodes[target].open) {
    refuse(source_, node.span.begin,
           fmt::format("`{}` stands inside of what it repeats, which "
                       "has no end",
                       source_.text(node.span)));
  }
  node.first = target;
  add(node, YAML::NullAnchor);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag,
                           YAML::anchor_t anchor, const std::string& value) {
  Node node;
  node.kind = Kind::scalar;
  node.plain = tag == "?";
  node.is_reset = tag == "!reset";
  node.span = scalar_span(source_.bytes(), offset(mark), value);
  refuse_open_quote(source_, node.span);
  const auto begin = static_cast<std::uint32_t>(document_.texts.size());
  document_.texts += value;
  node.text = {begin, static_cast<std::uint32_t>(document_.texts.size())};
  add(node, anchor);
}

void TreeBuilder::start(Kind kind, const YAML::Mark& mark,
                        const std::string& tag, YAML::anchor_t anchor) {
  Node node;
  node.kind = kind;
  node.open = true;
  node.is_reset = tag == "!reset";
  const std::uint32_t begin = behind_properties(source_.bytes(), offset(mark));
  const auto size = static_cast<std::uint32_t>(source_.bytes().size());
  node.span = {begin, std::min(begin + 1, size)};
  const auto index = static_cast<std::uint32_t>(document_.nodes.size());
  add(node, anchor);
  open_.push_back({index});
}

void TreeBuilder::end() {
  const Open done = open_.back();
  open_.pop_back();
  Node& node = document_.nodes[done.node];
  node.open = false;
  if (done.last == none) return;
  node.span.end = std::max(node.span.end, document_.nodes[done.last].span.end);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark,
                                  const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value) {
  start(Kind::sequence, mark, tag, anchor);
}

void TreeBuilder::OnSequenceEnd() { end(); }

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag,
                             YAML::anchor_t anchor, YAML::EmitterStyle::value) {
  start(Kind::map, mark, tag, anchor);
}

void TreeBuilder::OnMapEnd() {
  find_duplicates(open_.back().node);
  end();
}

void TreeBuilder::find_duplicates(std::uint32_t map) {
  std::vector<std::pair<std::string_view, Span>> keys;
  for (std::uint32_t key = document_.nodes[map].first; key != none;
       key = document_.nodes[document_.nodes[key].next].next) {
    const Value value(document_, key);
    if (value.text() != "<<") keys.emplace_back(value.text(), value.span());
  }
  std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].first != keys[i - 1].first) continue;
    if (document_.duplicates.size() == max_duplicates) return;
    document_.duplicates.push_back(
        {std::string(keys[i].first), keys[i - 1].second, keys[i].second});
  }
}

}  // namespace harden::yaml
