// What `harden policy` prints for people: sections of values, and why each is
// so.
#include <fmt/format.h>

#include <algorithm>

#include "base/quote/visible_text.h"
#include "base/text/palette.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/policy_rows.h"

namespace harden {
namespace {

std::size_t width_of(std::string_view text) {
  std::size_t count = 0;
  for (const Cell& it : visible_cells(text)) count += it.width;
  return count;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = width_of(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

class TextPolicy {
 public:
  explicit TextPolicy(bool colour) : palette_(colour) {}

  // Reasons of a section stand in one column; very long values stick out.
  void section(const PolicySection& section) {
    if (section.rows.empty()) return;
    std::size_t width = 0;
    for (const PolicyRow& it : section.rows) {
      if (it.reason.empty()) continue;
      const std::size_t wanted = width_of(visible(it.value));
      if (wanted <= widest) width = std::max(width, wanted);
    }
    text_ += (text_.empty() ? "" : "\n") + palette_.bold(section.title) + "\n";
    for (const PolicyRow& it : section.rows) row(it, width);
  }

  void sentences(std::string_view title,
                 const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    text_ += "\n" + palette_.bold(title) + "\n";
    for (const std::string& it : sentences) {
      text_ += "  " + visible(it) + "\n";
    }
  }

  std::string take() { return std::move(text_); }

 private:
  static constexpr std::size_t widest = 48;
  static constexpr std::size_t name_width = 20;

  void row(const PolicyRow& row, std::size_t width) {
    const std::string value = visible(row.value);
    const std::string reason = visible(row.reason);
    text_ += "  " + padded(row.name, name_width);
    if (reason.empty()) {
      text_ += value + "\n";
    } else {
      text_ += padded(value, width) + "  " + palette_.dim(reason) + "\n";
    }
  }

  Palette palette_;
  std::string text_;
};

}  // namespace

std::string emit_policy_text(const Policy& policy, bool colour) {
  TextPolicy text(colour);
  for (const PolicySection& it : policy_sections(policy)) text.section(it);
  if (!policy.unsafe_because.empty()) {
    text.sentences("Not safe to run", {policy.unsafe_because});
  }
  text.sentences("Assumed", policy.assumptions);
  text.sentences("Left to you", policy.tasks);
  return text.take();
}

}  // namespace harden
