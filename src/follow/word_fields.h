// The fields that one word of a command line comes to. Private to expand.cpp.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/ascii.h"
#include "base/text/find_any.h"
#include "follow/expand.h"
#include "follow/parameter_expansion.h"

namespace harden {

class Expander::Fields {
 public:
  Fields(Expander& expander, const shell::Word& word, std::string_view text,
         ShellState& state, std::vector<FieldValue>& out)
      : expander_(expander),
        word_(word),
        text_(text),
        state_(state),
        out_(out) {}

  void run() {
    begin_field();
    for (const shell::WordPart& part : word_.parts) add(part);
    end_field();
  }

 private:
  using Part = shell::WordPart;

  static bool is_all_arguments(const Part& part) {
    const bool is_name =
        part.kind == Part::Kind::variable || part.kind == Part::Kind::parameter;
    return is_name && (part.text == "@" || part.text == "*");
  }

  // `"${list[@]}"`, `"${@:2}"`: as many fields as there are elements.
  static bool is_list(const Part& part) {
    if (part.kind != Part::Kind::parameter) return false;
    const std::string_view inside = part.text;
    return inside.find("[@]") != std::string_view::npos ||
           inside.find("[*]") != std::string_view::npos ||
           inside.starts_with("@") || inside.starts_with("*") ||
           (inside.starts_with("!") &&
            (inside.ends_with("@") || inside.ends_with("*")));
  }

  // What stands in `"${list[@]}"` and `"${@:2}"`; nullopt where nobody knows.
  std::optional<Elements> list_of(const Part& part) const {
    if (part.kind != Part::Kind::parameter) return std::nullopt;
    std::string_view rest = part.text;
    if (rest.starts_with("@:")) {
      return slice_of(state_.arguments, rest.substr(2), 1);
    }
    std::size_t size = 0;
    while (size < rest.size() && is_word(rest[size])) ++size;
    const std::string_view name = rest.substr(0, size);
    rest.remove_prefix(size);
    const bool joins = rest == "[*]" && part.quoted;
    if ((!rest.starts_with("[@]") && rest != "[*]") || joins) {
      return std::nullopt;
    }
    const Value* found = state_.variables.find(name);
    if (found == nullptr || found->elements == nullptr) return std::nullopt;
    rest.remove_prefix(3);
    if (rest.starts_with(':') && rest.size() > 1 && is_digit(rest[1])) {
      return slice_of(*found->elements, rest.substr(1), 0);
    }
    // `${list[@]+"${list[@]}"}` minds `set -u`.
    const std::string again = "+\"${" + std::string(name) + "[@]}\"";
    if (!rest.empty() && rest != again && rest != ":" + again) {
      return std::nullopt;
    }
    return *found->elements;
  }

  // From number `range` on, or as many as it says: `2`, `2:1`.
  static std::optional<Elements> slice_of(const Elements& list,
                                          std::string_view range, long first) {
    const std::size_t colon = std::min(range.find(':'), range.size());
    const auto begin = to_number(range.substr(0, colon));
    if (!begin || *begin < first) return std::nullopt;
    auto count = std::optional<long>(static_cast<long>(list.size()));
    if (colon < range.size()) count = to_number(range.substr(colon + 1));
    if (!count || *count < 0) return std::nullopt;
    Elements result;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const long at = static_cast<long>(i) + first;
      const bool inside = at >= *begin && at - *begin < *count;
      // Where each stands is known up to the first that may be several.
      const bool open = list[i].any_number;
      if (open && (at < *begin || colon < range.size())) return std::nullopt;
      if (inside) result.push_back(list[i]);
    }
    return result;
  }

  static void append(Value& to, const Value& more) {
    to.text += more.text;
    to.known = to.known && more.known && to.text.size() <= 4096;
    to.soft = to.soft || more.soft;
  }

  void begin_field() {
    open_ = {Value::of(""), false, word_.span};
    has_open_ = false;
    pattern_.clear();
  }

  void end_field() {
    if (!has_open_) return;
    if (is_pattern()) set_files();
    if (!open_.value.known) open_.value.text = word_.value(text_);
    out_.push_back(std::exchange(open_, {}));
    begin_field();
  }

  void set_files() {
    open_.any_number = true;
    // There are programs in it.
    const std::size_t slash = open_.value.text.rfind('/');
    if (slash != std::string::npos &&
        expander_.list_folder(open_.value.text.substr(0, slash))) {
      open_.value.origin = Value::Origin::files;
    }
  }

  // As many words as there are files; the shell leaves it as it is where there
  // are none.
  bool is_pattern() const {
    if (find_any_of(pattern_, "*?") != std::string_view::npos) return true;
    const std::size_t bracket = pattern_.find('[');
    return bracket != std::string::npos &&
           pattern_.find(']', bracket) != std::string::npos;
  }

  // `{a,b}` and `{1..3}` of bash.
  bool has_braces(std::string_view text) const {
    const std::size_t begin = text.find('{');
    if (begin == std::string_view::npos ||
        !expander_.surroundings_.may_be_bash()) {
      return false;
    }
    const std::size_t end = text.find('}', begin);
    const std::string_view inside = text.substr(begin, end - begin);
    return inside.find(',') != std::string_view::npos ||
           inside.find("..") != std::string_view::npos;
  }

  void add(const Part& part) {
    if (is_all_arguments(part) && (part.text == "@" || !part.quoted)) {
      return add_list(Elements(state_.arguments), part.quoted);
    }
    if (const auto list = list_of(part)) return add_list(*list, part.quoted);
    const Value value = expander_.value_of_part(part, text_, state_);
    if (word_.parts.size() == 1) open_.value.origin = value.origin;
    if (is_list(part)) return add_any(part);
    if (part.kind == Part::Kind::text) return add_text(part, value);
    if (part.quoted) {
      append(open_.value, value);
      has_open_ = true;
      return;
    }
    // What is quoted inside is not split.
    const bool mixed =
        part.kind == Part::Kind::parameter &&
        find_any_of(part.text, "'\"\\") != std::string_view::npos;
    if (!value.known || mixed) return add_unknown(value, mixed);
    add_split(value);
  }

  void add_any(const Part& part) {
    open_.any_number = true;
    append(open_.value, Value::unknown(part.text));
    has_open_ = true;
  }

  void add_text(const Part& part, const Value& value) {
    append(open_.value, value);
    if (!part.quoted) {
      if (part.text.starts_with('~') && !has_open_) open_.value.known = false;
      if (has_braces(part.text)) {
        open_.value.known = false;
        open_.any_number = true;
      }
      pattern_ += part.text;
    }
    has_open_ = true;
  }

  void add_unknown(const Value& value, bool mixed) {
    if (word_.parts.size() == 1 || mixed) open_.any_number = true;
    append(open_.value, Value::unknown(value.text));
    has_open_ = true;
  }

  // Each is a field; the first and the last are joined with what stands beside.
  void add_list(const Elements& list, bool quoted) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) end_field();
      const FieldValue& each = list[i];
      if (!quoted && each.value.known && !each.any_number) {
        add_split(each.value);
        continue;
      }
      append(open_.value, each.value);
      if (word_.parts.size() == 1) open_.value.origin = each.value.origin;
      open_.any_number = each.any_number || (!quoted && !each.value.known);
      has_open_ = true;
    }
  }

  static bool is_words(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return is_word(c) || c == ' ' || c == '-'; });
  }

  void add_split(const Value& value) {
    if (value.text.empty()) return;
    Value separators = expander_.variable("IFS", state_);
    // No file that is read in leaves letters there; words that are not split
    // at blanks are no program's name.
    if (separators.origin == Value::Origin::files && is_words(value.text)) {
      separators = Value::of(" \t\n");
    }
    if (!separators.certain()) {
      open_.any_number = true;
      append(open_.value, Value::unknown(value.text));
      has_open_ = true;
      return;
    }
    FieldSplitter{*this, separators.text, value.soft}.run(value.text);
  }

  // POSIX XCU 2.6.5: blanks in a row count as one, other separators each.
  struct FieldSplitter {
    Fields& fields;
    const std::string& separators;
    bool soft;

    bool separates(char c) const {
      return separators.find(c) != std::string::npos;
    }
    bool is_blank(char c) const {
      return separates(c) && (c == ' ' || c == '\t' || c == '\n');
    }

    void run(std::string_view text) {
      std::size_t at = 0;
      while (at < text.size()) {
        const std::size_t begin = at;
        while (at < text.size() && !separates(text[at])) ++at;
        if (at > begin) add_piece(text.substr(begin, at - begin));
        if (at >= text.size()) break;
        at = behind_separator(text, at);
        fields.end_field();
      }
    }

    // An empty field stands between two that are no blanks.
    std::size_t behind_separator(std::string_view text, std::size_t at) {
      while (at < text.size() && is_blank(text[at])) ++at;
      if (at < text.size() && separates(text[at]) && !is_blank(text[at])) {
        fields.has_open_ = true;
        ++at;
        while (at < text.size() && is_blank(text[at])) ++at;
      }
      return at;
    }

    void add_piece(std::string_view piece) {
      append(fields.open_.value, {std::string(piece), true, soft});
      fields.pattern_ += piece;
      fields.has_open_ = true;
    }
  };

  Expander& expander_;
  const shell::Word& word_;
  std::string_view text_;
  ShellState& state_;
  std::vector<FieldValue>& out_;
  FieldValue open_;
  bool has_open_ = false;
  std::string pattern_;  // what is not quoted of the open field
};

}  // namespace harden
