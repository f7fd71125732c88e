#include "cli/check/ordered_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace harden::cli {
namespace {

using Pool = OrderedPool<std::string>;

std::size_t no_weight(const std::string&) { return 0; }

std::vector<std::string> all(Pool& pool, std::size_t count, unsigned threads) {
  std::vector<std::string> result;
  pool.run(count, threads,
           [&](std::string it) { result.push_back(std::move(it)); });
  return result;
}

// The first of each few takes longest.
std::string slow_number(std::size_t i) {
  if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
  return std::to_string(i);
}

TEST(OrderedPool, GivesTheSameInTheSameOrder) {
  Pool one(slow_number, no_weight);
  const auto expected = all(one, 500, 1);
  ASSERT_EQ(expected.size(), 500U);
  EXPECT_EQ(expected[499], "499");
  for (unsigned threads : {2U, 3U, 8U}) {
    Pool many(slow_number, no_weight);
    EXPECT_EQ(all(many, 500, threads), expected) << threads;
  }
}

TEST(OrderedPool, DoesNothingForNothing) {
  Pool pool(slow_number, no_weight);
  EXPECT_TRUE(all(pool, 0, 4).empty());
}

TEST(OrderedPool, DoesNotRunAhead) {
  std::atomic<std::size_t> begun = 0;
  Pool pool(
      [&](std::size_t i) {
        ++begun;
        return std::to_string(i);
      },
      no_weight, {8, 1000});
  std::size_t taken = 0;
  pool.run(200, 4, [&](const std::string&) {
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    ++taken;
    EXPECT_LE(begun, taken + 8);
  });
  EXPECT_EQ(taken, 200U);
}

TEST(OrderedPool, HoldsFewLargeResults) {
  std::atomic<std::size_t> begun = 0;
  Pool pool(
      [&](std::size_t) {
        ++begun;
        return std::string(100, 'x');
      },
      [](const std::string& it) { return it.size(); }, {1000, 200});
  std::size_t taken = 0;
  pool.run(100, 2, [&](const std::string&) {
    std::this_thread::sleep_for(std::chrono::microseconds(500));
    ++taken;
    // Two are held, and each thread may have begun one more.
    EXPECT_LE(begun, taken + 4);
  });
}

TEST(OrderedPool, ThrowsAtItsPlace) {
  Pool pool(
      [](std::size_t i) {
        if (i == 5) throw std::runtime_error("five");
        return std::to_string(i);
      },
      no_weight);
  std::size_t taken = 0;
  const auto count = [&](const std::string&) { ++taken; };
  EXPECT_THROW(pool.run(100, 3, count), std::runtime_error);
  EXPECT_EQ(taken, 5U);
}

TEST(OrderedPool, EndsWhenNobodyTakesMore) {
  Pool pool(slow_number, no_weight);
  const auto refuse = [](const std::string& it) {
    if (it == "3") throw std::runtime_error("no more");
  };
  EXPECT_THROW(pool.run(100'000, 4, refuse), std::runtime_error);
}

}  // namespace
}  // namespace harden::cli
