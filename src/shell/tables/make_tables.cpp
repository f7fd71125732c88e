// make_tables Dockerfile|Shell FILE: writes the lexer of that grammar as
// constant tables.
//
// The ANTLR 4.9 runtime walks its automaton under a lock, looks every edge up
// in a hash map, never caches characters above 127, and reads the serialised
// automaton at start-up. The automaton of a grammar is small, so the build
// walks it once (a subset construction over each mode) and the program scans
// with a small table (grammar/longest_match.h). The unit tests of syntax and
// shell hold the result against the stock lexer on every input there is.
//
// What the tables cannot express stops the build: recursion, predicates,
// non-greedy loops, and actions other than `mode` and `type`.
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "DockerfileLexer.h"
#include "ShellLexer.h"

namespace {

using namespace antlr4;

constexpr std::size_t max_depth = 16;

// A place in the automaton: in which token rule, at which state, and where the
// fragments on the way return to.
struct Place {
  std::size_t rule;
  std::size_t state;
  std::vector<std::size_t> returns;
  auto operator<=>(const Place&) const = default;
};
using Places = std::set<Place>;

struct Effect {
  int type = 0;
  int mode = -1;  // unchanged
};

class Construction {
 public:
  explicit Construction(const atn::ATN& atn) : atn_(atn) {
    states_.push_back({});  // 0: dead
    for (atn::TokensStartState* start : atn.modeToStartState) {
      Places places;
      for (atn::Transition* edge : start->transitions) {
        close({edge->target->ruleIndex, edge->target->stateNumber, {}}, places);
      }
      starts.push_back(number(std::move(places)));
    }
    for (std::size_t i = 1; i < states_.size(); ++i) expand(i);
  }

  std::vector<std::size_t> starts;
  std::vector<std::array<std::size_t, 256>> next{{}};
  std::vector<std::size_t> accepts{0};  // rule + 1

 private:
  std::size_t number(Places places) {
    if (places.empty()) return 0;
    auto [found, added] = numbers_.try_emplace(places, states_.size());
    if (added) {
      next.push_back({});
      accepts.push_back(accepted(places));
      states_.push_back(std::move(places));
    }
    return found->second;
  }

  // The first rule of the grammar wins among those that match as much.
  std::size_t accepted(const Places& places) const {
    for (const Place& place : places) {
      if (place.returns.empty() &&
          dynamic_cast<atn::RuleStopState*>(atn_.states[place.state])) {
        return place.rule + 1;
      }
    }
    return 0;
  }

  void expand(std::size_t from) {
    for (int byte = 0; byte < 256; ++byte) {
      Places places;
      for (const Place& place : Places(states_[from])) {
        for (atn::Transition* edge : atn_.states[place.state]->transitions) {
          if (edge->isEpsilon() || !edge->matches(byte, 0, 255)) continue;
          close({place.rule, edge->target->stateNumber, place.returns}, places);
        }
      }
      next[from][byte] = number(std::move(places));
    }
  }

  void close(Place place, Places& into) {
    if (place.returns.size() > max_depth) {
      throw std::runtime_error("a rule of the lexer calls itself");
    }
    if (!into.insert(place).second) return;
    atn::ATNState* state = atn_.states[place.state];
    auto* decision = dynamic_cast<atn::DecisionState*>(state);
    if (decision != nullptr && decision->nonGreedy) {
      throw std::runtime_error("the lexer has a non-greedy loop");
    }
    if (dynamic_cast<atn::RuleStopState*>(state) != nullptr) {
      if (place.returns.empty()) return;
      std::size_t target = place.returns.back();
      place.returns.pop_back();
      close({place.rule, target, place.returns}, into);
      return;
    }
    for (atn::Transition* edge : state->transitions) follow(place, edge, into);
  }

  void follow(const Place& place, atn::Transition* edge, Places& into) {
    if (!edge->isEpsilon()) return;
    switch (edge->getSerializationType()) {
      case atn::Transition::RULE: {
        auto* call = static_cast<atn::RuleTransition*>(edge);
        Place called{place.rule, edge->target->stateNumber, place.returns};
        called.returns.push_back(call->followState->stateNumber);
        close(std::move(called), into);
        break;
      }
      case atn::Transition::EPSILON:
      case atn::Transition::ACTION:
        close({place.rule, edge->target->stateNumber, place.returns}, into);
        break;
      default:
        throw std::runtime_error("the lexer has a predicate");
    }
  }

  const atn::ATN& atn_;
  std::vector<Places> states_;
  std::map<Places, std::size_t> numbers_;
};

std::vector<Effect> effects(const atn::ATN& atn) {
  std::vector<Effect> result(atn.ruleToTokenType.size());
  for (std::size_t rule = 0; rule < result.size(); ++rule) {
    result[rule].type = static_cast<int>(atn.ruleToTokenType[rule]);
  }
  for (atn::ATNState* state : atn.states) {
    for (atn::Transition* edge : state->transitions) {
      if (edge->getSerializationType() != atn::Transition::ACTION) continue;
      auto* transition = static_cast<atn::ActionTransition*>(edge);
      auto action = atn.lexerActions[transition->actionIndex];
      if (auto* type = dynamic_cast<atn::LexerTypeAction*>(action.get())) {
        result[transition->ruleIndex].type = static_cast<int>(type->getType());
      } else if (auto* mode =
                     dynamic_cast<atn::LexerModeAction*>(action.get())) {
        result[transition->ruleIndex].mode = static_cast<int>(mode->getMode());
      } else {
        throw std::runtime_error("the lexer has an action besides mode, type");
      }
    }
  }
  return result;
}

// Bytes that lead to the same states from everywhere share a column.
struct Columns {
  std::array<std::size_t, 256> of_byte{};
  std::vector<int> representative;
};

Columns columns(const Construction& automaton) {
  Columns result;
  std::map<std::vector<std::size_t>, std::size_t> seen;
  for (int byte = 0; byte < 256; ++byte) {
    std::vector<std::size_t> column;
    for (const auto& row : automaton.next) column.push_back(row[byte]);
    auto [found, added] = seen.try_emplace(std::move(column), seen.size());
    if (added) result.representative.push_back(byte);
    result.of_byte[byte] = found->second;
  }
  return result;
}

template <typename Values>
void print_list(std::FILE* out, const char* type, const char* name,
                const Values& values) {
  std::fprintf(out, "inline constexpr %s %s[] = {", type, name);
  std::size_t column = 0;
  for (auto value : values) {
    std::fprintf(out, "%s%d,", column++ % 20 == 0 ? "\n  " : " ",
                 static_cast<int>(value));
  }
  std::fprintf(out, "\n};\n");
}

// The states in another order: those that accept behind all others, so that one
// comparison tells them. State 0 stays.
struct Order {
  explicit Order(const std::vector<std::size_t>& accepts) {
    for (std::size_t i = 0; i < accepts.size(); ++i) {
      if (accepts[i] == 0) states.push_back(i);
    }
    first_accepting = states.size();
    for (std::size_t i = 0; i < accepts.size(); ++i) {
      if (accepts[i] != 0) states.push_back(i);
    }
    place.resize(states.size());
    for (std::size_t i = 0; i < states.size(); ++i) place[states[i]] = i;
  }

  std::vector<std::size_t> states;
  std::vector<std::size_t> place;  // of a state among them
  std::size_t first_accepting;
};

void print(std::FILE* out, const antlr4::Lexer& lexer) {
  const atn::ATN& atn = lexer.getATN();
  Construction automaton(atn);
  Columns bytes = columns(automaton);
  const Order order(automaton.accepts);
  const std::size_t width = bytes.representative.size();
  if (order.states.size() * width > 65535) {
    throw std::runtime_error("the table is too large for its numbers");
  }
  std::vector<std::size_t> next;
  std::vector<std::size_t> accepts;
  for (const std::size_t state : order.states) {
    for (int byte : bytes.representative) {
      next.push_back(order.place[automaton.next[state][byte]] * width);
    }
    accepts.push_back(automaton.accepts[state]);
  }
  std::vector<std::size_t> starts;
  for (const std::size_t state : automaton.starts) {
    starts.push_back(order.place[state] * width);
  }
  std::vector<int> types{0};
  std::vector<int> modes{-1};
  for (const Effect& effect : effects(atn)) {
    types.push_back(effect.type);
    modes.push_back(effect.mode);
  }
  std::fprintf(out, "// Made from grammar/%s by the build.\n",
               lexer.getGrammarFileName().c_str());
  std::fprintf(out, "inline constexpr unsigned column_count = %zu;\n", width);
  std::fprintf(out, "inline constexpr unsigned first_accepting = %zu;\n",
               order.first_accepting * width);
  print_list(out, "std::uint8_t", "column_of_byte", bytes.of_byte);
  print_list(out, "std::uint16_t", "next_row", next);
  print_list(out, "std::uint16_t", "start_of_mode", starts);
  print_list(out, "std::uint8_t", "accepted_rule", accepts);
  print_list(out, "std::uint8_t", "type_of_rule", types);
  print_list(out, "std::int16_t", "mode_after_rule", modes);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::FILE* out = std::fopen(argv[2], "w");
  if (out == nullptr) return 2;
  try {
    if (std::string_view(argv[1]) == "Shell") {
      print(out, grammar::ShellLexer(nullptr));
    } else {
      print(out, grammar::DockerfileLexer(nullptr));
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_tables: %s\n", error.what());
    std::fclose(out);
    std::remove(argv[2]);
    return 1;
  }
  return std::fclose(out) == 0 ? 0 : 1;
}
