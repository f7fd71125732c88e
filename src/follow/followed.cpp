#include <algorithm>

#include "follow/follow.h"

namespace harden {

bool Followed::steps_down_always() const {
  return hands_over_to_accounts() && untold.empty();
}

bool Followed::hands_over_to_accounts() const {
  return !hand_overs.empty() &&
         std::all_of(
             hand_overs.begin(), hand_overs.end(),
             [](const HandOver& it) { return it.as == HandOver::As::account; });
}

std::size_t line_of(const Followed& followed, const Place& place) {
  const std::string& text = followed.files[place.file].text;
  const auto before = std::string_view(text).substr(
      0, std::min<std::size_t>(place.span.begin, text.size()));
  return static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
}

std::string text_of(const Followed& followed, const Place& place) {
  const std::string& text = followed.files[place.file].text;
  if (place.span.begin >= text.size()) return {};
  return text.substr(place.span.begin, place.span.size());
}

}  // namespace harden
