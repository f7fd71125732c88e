// One list put behind another.
#pragma once

#include <iterator>
#include <vector>

namespace harden {

template <typename Item>
void append(std::vector<Item>& to, std::vector<Item> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()),
            std::make_move_iterator(more.end()));
}

}  // namespace harden
