#include "grammar.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <utility>

namespace harden::differential {
namespace {

constexpr int deepest = 5;

// The section that `<NAME>` at this place stands for.
std::string_view name_at(std::string_view text, std::size_t at) {
  if (text[at] != '<') return {};
  std::size_t end = at + 1;
  while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') ||
                               (text[end] >= '0' && text[end] <= '9'))) {
    ++end;
  }
  if (end == at + 1 || end >= text.size() || text[end] != '>') return {};
  return text.substr(at + 1, end - at - 1);
}

bool is_block(std::string_view name) {
  return name == "S" || name == "S1" || name == "END" || name == "DEFINED" ||
         name.starts_with("FUNCTION");
}

std::string_view block_of(std::string_view line) {
  if (line.empty()) return {};
  const std::string_view name = name_at(line, 0);
  return name.size() + 2 == line.size() && is_block(name) ? name
                                                          : std::string_view();
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> result(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A line of a printf keeps its own.
    const bool quoted =
        result.back().find('\'') != std::string::npos &&
        result.back().find("printf") != std::string::npos &&
        std::count(result.back().begin(), result.back().end(), '\'') % 2 != 0;
    if (text.substr(i).starts_with("\\n") && !quoted) {
      result.emplace_back();
      ++i;
    } else {
      result.back() += text[i];
    }
  }
  return result;
}

bool nests(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view name = name_at(line, i);
      if (is_block(name) || name == "C") return true;
    }
  }
  return false;
}

void add_text(const Statement& statement, std::string& to) {
  for (const Piece& it : statement.pieces) {
    if (!it.is_block) {
      to += it.line + "\n";
    } else if (it.block.empty()) {
      to += ":\n";
    } else {
      for (const Statement& inner : it.block) add_text(inner, to);
    }
  }
}

}  // namespace

std::string text_of(const Statement& statement) {
  std::string result;
  add_text(statement, result);
  return result;
}

class Grammar::Writer {
 public:
  Writer(const Grammar& grammar, std::uint64_t seed)
      : grammar_(grammar), random_(seed) {}

  Statement run() {
    const Choice& choice = choose("script", 0);
    // Some scripts name sh and are written for bash.
    bash_ = choice.bash || random_() % 8 == 0;
    return write(choice, 0);
  }

 private:
  const Choice& choose(std::string_view name, int depth) {
    const Section& section = grammar_.sections_.find(name)->second;
    const auto fits = [&](const Choice& it) {
      return (bash_ || !it.bash) && (depth < deepest || !it.nests);
    };
    std::uint64_t all = 0;
    for (const Choice& it : section) all += fits(it) ? it.weight : 0;
    std::uint64_t left = all == 0 ? 0 : random_() % all;
    for (const Choice& it : section) {
      if (!fits(it)) continue;
      if (left < it.weight) return it;
      left -= it.weight;
    }
    return section.front();
  }

  Statement write(const Choice& choice, int depth) {
    Statement result;
    for (const std::string& line : choice.lines) {
      Piece piece;
      const std::string_view name = block_of(line);
      if (name.empty()) {
        piece.line = filled(line, depth);
      } else {
        piece.is_block = true;
        add_block(name, depth + 1, piece.block);
      }
      result.pieces.push_back(std::move(piece));
    }
    return result;
  }

  void add_block(std::string_view name, int depth, Block& to) {
    Statement statement = write(choose(name, depth), depth);
    const bool is_list =
        std::all_of(statement.pieces.begin(), statement.pieces.end(),
                    [](const Piece& it) { return it.is_block; });
    if (!is_list) {
      to.push_back(std::move(statement));
      return;
    }
    for (Piece& it : statement.pieces) {
      std::move(it.block.begin(), it.block.end(), std::back_inserter(to));
    }
  }

  std::string filled(std::string_view line, int depth) {
    std::string result;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view name = name_at(line, i);
      if (name.empty()) {
        result += line[i];
        continue;
      }
      std::string inner = text_of(write(choose(name, depth + 1), depth + 1));
      inner.pop_back();
      result += inner;
      i += name.size() + 1;
    }
    return result;
  }

  const Grammar& grammar_;
  std::mt19937_64 random_;
  bool bash_ = true;
};

Grammar::Grammar(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + " cannot be read");
  for (std::string line; std::getline(in, line);) read_line(line);
  check();
}

void Grammar::read_line(const std::string& line) {
  if (line.empty() || line[0] == '#') return;
  if (line[0] == '[' && line.back() == ']') {
    open_ = &sections_[line.substr(1, line.size() - 2)];
    return;
  }
  const std::size_t bar = line.find(" | ");
  if (bar == std::string::npos || open_ == nullptr) {
    throw std::runtime_error("not a choice: " + line);
  }
  Choice choice;
  choice.weight = static_cast<unsigned>(std::stoul(line.substr(0, bar)));
  choice.bash = line.substr(0, bar).ends_with("bash");
  choice.lines = split_lines(std::string_view(line).substr(bar + 3));
  choice.nests = nests(choice.lines);
  open_->push_back(std::move(choice));
}

void Grammar::check() const {
  for (const auto& [name, section] : sections_) {
    for (const Choice& choice : section) {
      for (const std::string& line : choice.lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
          const std::string_view used = name_at(line, i);
          if (!used.empty() && !sections_.contains(used)) {
            throw std::runtime_error("no section of this name: " + line);
          }
        }
      }
    }
  }
}

Statement Grammar::script(std::uint64_t seed) const {
  return Writer(*this, seed).run();
}

}  // namespace harden::differential
