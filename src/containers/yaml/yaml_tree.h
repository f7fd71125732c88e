// YAML as a tree over the bytes of its file.
//
// yaml-cpp tells what it sees as events, and the tree is made of those. Its own
// YAML::Load takes a key twice without a word, expands what an alias repeats
// and needs sixty bytes of memory for each of the input. Here an alias is a
// reference and a merge key is looked up when somebody asks, with a budget: a
// file cannot make its reader work more than the budget allows.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"

namespace harden::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, map, alias };

inline constexpr std::uint32_t none = UINT32_MAX;

struct Node {
  Kind kind = Kind::null;
  bool plain = false;     // a scalar without quotes or tag
  bool open = false;      // its end was not seen yet
  bool is_reset = false;  // `!reset`: Compose takes it as not given
  Span span;
  std::uint32_t next = none;   // the sibling behind it
  std::uint32_t first = none;  // the first child; of an alias: what it names
  Span text;                   // in Document::texts
};

// A key that stands twice in one map.
struct DuplicateKey {
  std::string key;
  Span first;
  Span second;
};

struct Document {
  const SourceFile* source = nullptr;
  std::vector<Node> nodes;  // the first is the root
  std::string texts;
  std::vector<DuplicateKey> duplicates;
  // Entries and items that were asked for: for the thread that reads the file.
  mutable std::size_t steps = 0;
};

struct Entry;

// A node, aliases followed; or none at all.
class Value {
 public:
  Value() = default;
  Value(const Document& document, std::uint32_t index);

  explicit operator bool() const { return document_ != nullptr; }
  Kind kind() const { return document_ ? node().kind : Kind::null; }
  bool is_map() const { return kind() == Kind::map; }
  bool is_sequence() const { return kind() == Kind::sequence; }
  bool is_scalar() const { return kind() == Kind::scalar; }
  bool is_null() const { return kind() == Kind::null; }

  // Of a scalar, quotes and escapes resolved; else empty.
  std::string_view text() const;
  bool plain() const { return document_ && node().plain; }
  // Never empty, but for values that are none.
  Span span() const { return document_ ? node().span : Span{}; }

  // Of a map: its own entries, then what merge keys add to them. Throws
  // BadInput when the file's aliases ask for too much work.
  std::vector<Entry> entries() const;
  // Of a sequence; throws BadInput for one of more than 5,000.
  std::vector<Value> items() const;
  std::uint32_t index() const { return index_; }
  // The value of a key; none when there is no such key, or no map.
  Value get(std::string_view key) const;

 private:
  const Node& node() const { return document_->nodes[index_]; }

  const Document* document_ = nullptr;
  std::uint32_t index_ = none;
};

struct Entry {
  Value key;
  Value value;
};

// Calls `each` for every document of a stream, one after another: only one is
// in memory. Throws BadInput for what is not YAML, larger than 2 MiB a
// document, nested deeper than 500, or a cycle.
void read_documents(const SourceFile& source,
                    const std::function<void(const Document&)>& each);

}  // namespace harden::yaml
