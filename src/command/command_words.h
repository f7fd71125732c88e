// The words of a command, whatever they are kept as: what options, wrappers
// and effects are read from.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "command/field.h"
#include "command/shell_commands.h"

namespace harden {

struct CommandWord {
  CommandWord(std::string_view written, bool is_known = true)
      : text(written), known(is_known) {}
  CommandWord(const char* written) : text(written) {}
  CommandWord(const std::string& written) : text(written) {}
  CommandWord(const Field& it)
      : text(it.value),
        known(it.known),
        any_number(it.any_number),
        span(it.span),
        why(&it.why) {}
  CommandWord(const ShellWord& it)
      : text(it.value),
        known(it.known),
        any_number(!it.known && !it.variables.empty()),
        span(it.span) {}

  std::string_view text;  // as written when it is not known
  bool known = true;
  // None, one or several words.
  bool any_number = false;
  Span span = {};
  const Unknown* why = nullptr;  // as Field's

  // The reason; `nothing` when it is known, or nobody asked.
  Unknown unknown() const { return why == nullptr ? Unknown() : *why; }
};
// Refers to the words, as a span does: any that a CommandWord is made of.
class CommandWords {
 public:
  CommandWords() = default;
  template <typename Words>
  CommandWords(const Words& words)
      : words_(std::data(words)), size_(std::size(words)) {
    using Pointer = decltype(std::data(words));
    at_ = [](const void* all, std::size_t i) {
      return static_cast<CommandWord>(static_cast<Pointer>(all)[i]);
    };
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  CommandWord operator[](std::size_t i) const {
    return at_(words_, first_ + i);
  }
  CommandWord front() const { return (*this)[0]; }
  // Without the first `count`, or without any when there are fewer.
  CommandWords behind(std::size_t count) const {
    CommandWords rest = *this;
    const std::size_t skipped = count < size_ ? count : size_;
    rest.first_ += skipped;
    rest.size_ -= skipped;
    return rest;
  }

  class Iterator {
   public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using difference_type = std::ptrdiff_t;
    using value_type = CommandWord;

    Iterator() = default;
    Iterator(const CommandWords* words, std::size_t at)
        : words_(words), at_(at) {}
    CommandWord operator*() const { return (*words_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return {words_, at_++}; }
    friend bool operator==(const Iterator& left, const Iterator& right) {
      return left.at_ == right.at_;
    }

   private:
    const CommandWords* words_ = nullptr;
    std::size_t at_ = 0;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

 private:
  const void* words_ = nullptr;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
  CommandWord (*at_)(const void* words, std::size_t i) = nullptr;
};

// "chown" of "/bin/chown".
std::string_view program_name(const CommandWord& program);

}  // namespace harden
