// golden_tests [NAME…]: the tests of that name, `AREA/` for all of an area;
// without a name all there are.
//
// Each is an entry of ctest. GoogleTest's own filter takes the `-` in a name
// for the beginning of what is left out, hence the names as arguments.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "named_test.h"

namespace harden::golden {
namespace {

class Body : public testing::Test {
 public:
  explicit Body(std::function<void()> run) : run_(std::move(run)) {}
  void TestBody() override { run_(); }

 private:
  std::function<void()> run_;
};

bool picks(const std::string& word, const std::string& name) {
  return word == name || (word.ends_with('/') && name.starts_with(word));
}

NamedTests all_tests() {
  NamedTests result = case_tests();
  for (const NamedTests& more : {sample_tests(), rule_tests()}) {
    result.insert(result.end(), more.begin(), more.end());
  }
  return result;
}

void add(const NamedTest& it) {
  testing::RegisterTest("Golden", it.name.c_str(), nullptr, nullptr, __FILE__,
                        __LINE__,
                        [run = it.run]() -> Body* { return new Body(run); });
}

// Whether there are any.
bool add_picked(const NamedTests& all, const std::string& word) {
  bool any = false;
  for (const NamedTest& it : all) {
    if (!word.empty() && !picks(word, it.name)) continue;
    add(it);
    any = true;
  }
  return any;
}

int run(const std::vector<std::string>& words) {
  const NamedTests all = all_tests();
  for (const std::string& word : words) {
    if (add_picked(all, word)) continue;
    std::cerr << "golden_tests: there is no test " << word << '\n';
    return 2;
  }
  return RUN_ALL_TESTS();
}

}  // namespace
}  // namespace harden::golden

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty()) words.emplace_back();
  return harden::golden::run(words);
}
