#include "findings/secrets/written_value.h"

#include <utility>

#include "command/expand_word.h"

namespace harden::rule {
namespace {

class NothingKnown : public VariableSource {
 public:
  Binding find(std::string_view) const override {
    return {Binding::State::unknown, {}, "nobody was asked"};
  }
};

}  // namespace

WrittenValue written_value(const Document& document, const Word& word) {
  Expansion read = expand_word(word.value, NothingKnown(),
                               {.escape = document.style.escape});
  if (!read.known()) return {{}, false, std::move(read.unknown_name)};
  return {std::move(read.value), true, {}};
}

}  // namespace harden::rule
