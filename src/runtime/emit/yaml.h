// Writes block YAML that YAML 1.1 and 1.2 read alike, with comments. yaml-cpp's
// emitter leaves plain what YAML 1.1 takes for numbers and truths.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/quote/yaml_scalar.h"
#include "runtime/policy.h"

namespace harden {

class YamlScalar {
 public:
  YamlScalar(std::string_view text) : text_(yaml_scalar(text)) {}
  YamlScalar(const std::string& text) : text_(yaml_scalar(text)) {}
  YamlScalar(const char* text) : text_(yaml_scalar(text)) {}
  YamlScalar(std::same_as<bool> auto truth) : text_(truth ? "true" : "false") {}
  YamlScalar(std::integral auto number) requires(
      !std::same_as<decltype(number), bool>)
      : text_(std::to_string(number)) {}

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class YamlWriter {
 public:
  // `KEY: VALUE`, and its reasons on the lines before.
  void pair(std::string_view key, const YamlScalar& value,
            const std::vector<Reason>& reasons = {});
  // `- VALUE`
  void item(const YamlScalar& value, const std::vector<Reason>& reasons = {});
  void comment(std::string_view text);
  void empty_line() { text_ += "\n"; }
  void document() { text_ += "---\n"; }

  // `KEY:` and what `body` writes, deeper. `body` must write something.
  template <typename Body>
  void map(std::string_view key, Body body) {
    open(key);
    body();
    close();
  }
  // The same with an item for each of a range; nothing for an empty one.
  template <typename Range, typename Write>
  void list(std::string_view key, const Range& range, Write write) {
    if (range.empty()) return;
    open(key);
    for (const auto& it : range) write(it);
    close();
  }
  // `- ` and the pairs that `body` writes; the first stands on the same line.
  template <typename Body>
  void map_item(Body body) {
    open_item();
    body();
    close();
  }

  std::string take() { return std::move(text_); }

 private:
  void open(std::string_view key);
  void open_item();
  void close();
  void line(const std::string& text);

  std::string text_;
  std::string indent_;
  bool item_begins_ = false;
};

}  // namespace harden
