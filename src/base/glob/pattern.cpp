#include "base/glob/pattern.h"

#include <utility>

namespace harden::script {

void Pattern::add_literal(std::string_view text) {
  for (const char c : text) items_.push_back({Item::Kind::character, c});
}

void Pattern::add_pattern(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '*') {
      // `**` says no more than `*`.
      if (items_.empty() || items_.back().kind != Item::Kind::any_many) {
        items_.push_back({Item::Kind::any_many});
      }
    } else if (c == '?') {
      items_.push_back({Item::Kind::any_one});
    } else if (c == '[' && text.find(']', at + 2) != std::string_view::npos) {
      at = add_set(text, at);
    } else {
      if (c == '\\' && at + 1 < text.size()) ++at;
      items_.push_back({Item::Kind::character, text[at]});
    }
  }
}

// Returns where the `]` stands. Classes such as [:alpha:] are not worked out:
// their letters stand for themselves.
std::size_t Pattern::add_set(std::string_view text, std::size_t at) {
  Item item{Item::Kind::set};
  ++at;
  if (text[at] == '!' || text[at] == '^') {
    item.inverted = true;
    ++at;
  }
  const std::size_t end = text.find(']', at + 1);
  for (; at < end; ++at) {
    if (at + 2 < end && text[at + 1] == '-') {
      for (int c = text[at]; c <= text[at + 2]; ++c) {
        item.set += static_cast<char>(c);
      }
      at += 2;
    } else {
      item.set += text[at];
    }
  }
  items_.push_back(std::move(item));
  return end;
}

bool Pattern::fits(const Item& item, char c) {
  switch (item.kind) {
    case Item::Kind::character:
      return item.character == c;
    case Item::Kind::set:
      return (item.set.find(c) != std::string::npos) != item.inverted;
    default:
      return true;
  }
}

// Only the last `*` is ever tried again, so the cost is at most the product of
// both lengths.
bool Pattern::matches(std::string_view text) const {
  std::size_t item = 0;
  std::size_t star = items_.size();
  std::size_t star_at = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (item < items_.size() && items_[item].kind == Item::Kind::any_many) {
      star = item++;
      star_at = at;
    } else if (item < items_.size() && fits(items_[item], text[at])) {
      ++item;
      ++at;
    } else if (star < items_.size()) {
      item = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (item < items_.size() && items_[item].kind == Item::Kind::any_many) {
    ++item;
  }
  return item == items_.size();
}

std::optional<std::size_t> Pattern::prefix(std::string_view text,
                                           bool longest) const {
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const std::size_t size = longest ? text.size() - i : i;
    if (matches(text.substr(0, size))) return size;
  }
  return std::nullopt;
}

std::optional<std::size_t> Pattern::suffix(std::string_view text,
                                           bool longest) const {
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const std::size_t size = longest ? text.size() - i : i;
    if (matches(text.substr(text.size() - size))) return size;
  }
  return std::nullopt;
}

}  // namespace harden::script
