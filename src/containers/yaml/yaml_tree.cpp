#include "containers/yaml/yaml_tree.h"

#include <unordered_set>

#include "base/source/source_file.h"

namespace harden::yaml {
namespace {

constexpr std::size_t max_steps = 2'000'000;
constexpr std::size_t max_items = 5'000;
constexpr int max_merges = 100;

// What an alias repeats costs as much as if it were written out, and there may
// be aliases of aliases.
void spend(const Document& document, std::uint32_t index) {
  if (++document.steps <= max_steps) return;
  refuse(*document.source, document.nodes[index].span.begin,
         "its aliases and merge keys repeat too much; write the file "
         "with fewer of them");
}

// The entries of a map and of what is merged into it.
class MergedEntries {
 public:
  explicit MergedEntries(const Document& document) : document_(document) {}

  void add(std::uint32_t map, int depth) {
    if (depth > max_merges) {
      refuse(*document_.source, document_.nodes[map].span.begin,
             "merge keys (`<<`) are nested more than 100 deep");
    }
    std::vector<Value> merged;
    for (std::uint32_t key = document_.nodes[map].first; key != none;) {
      const std::uint32_t value = document_.nodes[key].next;
      spend(document_, key);
      take(Value(document_, key), value, merged);
      key = document_.nodes[value].next;
    }
    if (merged.empty()) return;
    remember();
    for (const Value& it : merged) add_merged(it, depth);
  }

  std::vector<Entry> result;

 private:
  void take(const Value& key, std::uint32_t value, std::vector<Value>& merged) {
    if (key.plain() && key.text() == "<<") {
      merged.emplace_back(document_, value);
    } else if (!document_.nodes[value].is_reset) {
      const bool fresh = !seen_all_ || seen_.insert(key.text()).second;
      if (fresh) result.push_back({key, Value(document_, value)});
    }
  }

  // Keys are compared from the first merge on only: a map has each key once.
  void remember() {
    if (seen_all_) return;
    for (const Entry& it : result) seen_.insert(it.key.text());
    seen_all_ = true;
  }

  void add_merged(const Value& value, int depth) {
    if (value.is_map()) add(value.index(), depth + 1);
    for (const Value& it : value.items()) {
      if (it.is_map()) add(it.index(), depth + 1);
    }
  }

  const Document& document_;
  std::unordered_set<std::string_view> seen_;
  bool seen_all_ = false;
};

}  // namespace

Value::Value(const Document& document, std::uint32_t index)
    : document_(&document), index_(index) {
  if (node().kind == Kind::alias) index_ = node().first;
}

std::string_view Value::text() const {
  if (!is_scalar()) return {};
  const Span at = node().text;
  return std::string_view(document_->texts).substr(at.begin, at.size());
}

std::vector<Entry> Value::entries() const {
  if (!is_map()) return {};
  MergedEntries merge(*document_);
  merge.add(index_, 0);
  return std::move(merge.result);
}

std::vector<Value> Value::items() const {
  std::vector<Value> result;
  if (!is_sequence()) return result;
  for (std::uint32_t at = node().first; at != none;
       at = document_->nodes[at].next) {
    spend(*document_, at);
    result.emplace_back(*document_, at);
    if (result.size() <= max_items) continue;
    refuse(*document_->source, node().span.begin,
           "is a list of more than 5,000 items");
  }
  return result;
}

Value Value::get(std::string_view key) const {
  for (const Entry& it : entries()) {
    if (it.key.text() == key) return it.value;
  }
  return {};
}

}  // namespace harden::yaml
