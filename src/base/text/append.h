// Lists put together.
#pragma once

#include <iterator>
#include <utility>
#include <vector>

namespace harden {

template <typename T>
void append(std::vector<T>& to, std::vector<T> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()),
            std::make_move_iterator(more.end()));
}

}  // namespace harden
