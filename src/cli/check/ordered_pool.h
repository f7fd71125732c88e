// Work on several threads whose results come in the order of the work, as if
// one thread had done it.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace harden::cli {

// How far the work may run ahead of what was taken, so that memory does not
// grow with the number of results.
struct PoolBounds {
  std::size_t results = 64;
  std::size_t bytes = std::size_t{32} << 20;
};

template <typename Result>
class OrderedPool {
 public:
  using Work = std::function<Result(std::size_t index)>;
  using Weight = std::function<std::size_t(const Result&)>;
  using Take = std::function<void(Result result)>;

  OrderedPool(Work work, Weight weight, PoolBounds bounds = {})
      : work_(std::move(work)), weight_(std::move(weight)), bounds_(bounds) {}

  // Calls `take` on this thread, in order, with work(0) … work(count - 1).
  // Throws what the first of these throws. This thread is one of `threads`: it
  // works, too, while there is nothing to take.
  void run(std::size_t count, unsigned threads, const Take& take) {
    if (threads < 2 || count < 2) {
      for (std::size_t i = 0; i < count; ++i) take(work_(i));
      return;
    }
    count_ = count;
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i) {
      workers.emplace_back(
          [this](const std::stop_token& stop) { serve(stop); });
    }
    // When `take` throws, the workers end with what they have in hand.
    for (std::size_t i = 0; i < count; ++i) take(next_result());
  }

 private:
  struct Slot {
    std::optional<Result> result;
    std::exception_ptr error;
    std::size_t weight = 0;
    bool is_done = false;
  };

  // Whatever is held was begun in order, so the next result to be taken is
  // always under way: nobody waits for ever.
  bool may_begin() const {
    return slots_.size() < bounds_.results && held_ < bounds_.bytes;
  }

  bool is_next_done() const {
    return !slots_.empty() && slots_.front().is_done;
  }

  // Does the next piece of work, without the lock. Slots do not move while
  // others are added or taken away at the ends.
  void work_on_next(std::unique_lock<std::mutex>& lock) {
    const std::size_t index = begun_++;
    Slot& slot = slots_.emplace_back();
    lock.unlock();
    Slot mine;
    try {
      mine.result.emplace(work_(index));
      mine.weight = weight_(*mine.result);
    } catch (...) {
      mine.error = std::current_exception();
    }
    mine.is_done = true;
    lock.lock();
    held_ += mine.weight;
    slot = std::move(mine);
  }

  void serve(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      const bool goes_on = room_.wait(
          lock, stop, [this] { return begun_ == count_ || may_begin(); });
      if (!goes_on || begun_ == count_) return;
      work_on_next(lock);
      if (is_next_done()) done_.notify_one();
    }
  }

  Result next_result() {
    std::unique_lock lock(mutex_);
    while (!is_next_done()) {
      if (begun_ < count_ && may_begin()) {
        work_on_next(lock);
      } else {
        done_.wait(lock);
      }
    }
    Slot slot = std::move(slots_.front());
    slots_.pop_front();
    held_ -= slot.weight;
    lock.unlock();
    room_.notify_all();
    if (slot.error) std::rethrow_exception(slot.error);
    return *std::move(slot.result);
  }

  Work work_;
  Weight weight_;
  PoolBounds bounds_;

  std::mutex mutex_;
  std::condition_variable_any room_;
  std::condition_variable done_;
  std::deque<Slot> slots_;  // begun and not taken yet
  std::size_t begun_ = 0;
  std::size_t count_ = 0;
  std::size_t held_ = 0;
};

}  // namespace harden::cli
