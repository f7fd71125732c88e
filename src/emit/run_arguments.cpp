// The options of run.sh, for a program that starts no shell. They are made for
// a shell once, by run_options, and its few quotes are taken off again here.
#include "emit/run_options.h"
#include "harden/emit.h"

namespace harden {
namespace {

// The words of a text that shell_word wrote: bare, in '…', or \'.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  std::vector<std::string> run() {
    for (at_ = 0; at_ < text_.size(); ++at_) take(text_[at_]);
    end_word();
    return std::move(words_);
  }

 private:
  void take(char c) {
    if (quoted_) {
      if (c == '\'') {
        quoted_ = false;
      } else {
        word_ += c;
      }
    } else if (c == '\'') {
      quoted_ = open_ = true;
    } else if (c == ' ') {
      end_word();
    } else {
      if (c == '\\') c = text_[++at_];
      word_ += c;
      open_ = true;
    }
  }

  void end_word() {
    if (open_) words_.push_back(std::move(word_));
    word_.clear();
    open_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
  bool open_ = false;
  bool quoted_ = false;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> run_arguments(const Policy& policy, Engine engine) {
  std::vector<std::string> all;
  for (const RunOption& it : run_options(policy, engine)) {
    for (std::string& word : Words(it.words).run()) {
      all.push_back(std::move(word));
    }
  }
  return all;
}

}  // namespace harden
