// A test that ctest knows by name: golden_tests NAME runs it.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace harden::golden {

struct NamedTest {
  std::string name;
  std::function<void()> run;
};
using NamedTests = std::vector<NamedTest>;

// `AREA/CASE`: tests/golden/AREA/CASE, see case_tests.cpp.
NamedTests case_tests();
// `samples/NAME`: the same of samples/NAME.
NamedTests sample_tests();
// `rules/CODE`: tests/rules/CODE, see rule_tests.cpp; `rules`: all have one.
NamedTests rule_tests();

}  // namespace harden::golden
