#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source/source_file.h"
#include "base/text/word_lists.h"
#include "command/wrappers.h"
#include "containers/compose/interpolate.h"
#include "containers/run/run_flags.h"
#include "containers/setting_reader.h"
#include "containers/settings.h"
#include "shell/shell_script.h"

namespace harden::containers {

namespace {

using Part = shell::WordPart;

void add_unknown(std::string_view name, Argument& out) {
  out.text += fmt::format("${}", name);
  if (!out.unknown_because.empty()) return;
  out.unknown_because = fmt::format("`${}` is not told by the line", name);
}

void add_variable(const std::string& name, Argument& out) {
  if (name == "HOME") {
    out.text += '~';
  } else if (name == "PWD") {
    out.text += '.';
  } else {
    add_unknown(name, out);
  }
}

// `${NAME:-default}`, which Compose writes the same way.
void add_parameter(const std::string& inner, Argument& out) {
  if (inner == "PWD") return add_variable(inner, out);
  const Interpolated told = interpolate("${" + inner + "}");
  out.text += told.text;
  if (told.unknown_because.empty() || !out.unknown_because.empty()) return;
  out.unknown_because = fmt::format("`{}` is not told by the line", told.text);
}

void add_part(const Part& part, std::string_view script, Argument& out) {
  switch (part.kind) {
    case Part::Kind::text:
      out.text += part.text;
      return;
    case Part::Kind::variable:
      return add_variable(part.text, out);
    case Part::Kind::parameter:
      return add_parameter(part.text, out);
    case Part::Kind::command:
      if (part.text == "pwd") {
        out.text += '.';
        return;
      }
      return add_unknown("(…)", out);
    case Part::Kind::arithmetic:
    case Part::Kind::other:
      break;
  }
  add_unknown(script.substr(part.span.begin, part.span.size()), out);
}

// What a word comes to: defaults of variables are taken, the user's home is
// `~`, the current folder `.`.
Argument argument_of(const shell::Word& word, std::string_view script) {
  Argument result;
  result.span = word.span;
  for (const Part& it : word.parts) add_part(it, script, result);
  return result;
}

// The part from a byte of the text on. The place is the whole word's when its
// text is not what is written.
Argument part_of(const Argument& word, std::size_t from) {
  Argument result = word;
  result.text.erase(0, from);
  const bool as_written = word.span.size() == word.text.size();
  if (as_written && !result.text.empty()) {
    result.span.begin += static_cast<std::uint32_t>(from);
  }
  return result;
}

using Arguments = std::vector<Argument>;

bool is_engine(std::string_view word) {
  const auto slash = word.rfind('/');
  if (slash != word.npos) word.remove_prefix(slash + 1);
  return is_one_of(word, {"docker", "podman", "nerdctl"});
}

// The engine's own flags that take the next word.
bool takes_next(std::string_view word) {
  return is_one_of(word, {"-H",
                          "--host",
                          "-c",
                          "--context",
                          "-l",
                          "--log-level",
                          "--config",
                          "--tlscacert",
                          "--tlscert",
                          "--tlskey",
                          "--root",
                          "--runroot",
                          "--url",
                          "--connection",
                          "--storage-driver",
                          "--storage-opt",
                          "--cgroup-manager",
                          "--runtime",
                          "--namespace",
                          "-n"});
}

// Behind `docker run`; npos when the words are not such a line.
std::size_t behind_command(const Arguments& words) {
  constexpr std::size_t none = std::string_view::npos;
  // `sudo -E`, `env A=b`
  std::size_t at = behind_wrappers(words, Behind::sudo);
  if (at == words.size() || !is_engine(words[at].text)) return none;
  ++at;
  while (at < words.size() && words[at].text.starts_with('-')) {
    at += takes_next(words[at].text) ? 2 : 1;
  }
  if (at < words.size() && words[at].text == "container") ++at;
  const bool runs =
      at < words.size() && is_one_of(words[at].text, {"run", "create"});
  return runs ? at + 1 : none;
}

class RunLineParser {
 public:
  RunLineParser(const Arguments& words, std::size_t at, Problems& problems)
      : words_(words), at_(at), reader_(out_, problems) {
    out_.form = ContainerSettings::Form::run;
  }

  ContainerSettings read() {
    while (at_ < words_.size() && !at_image()) read_next();
    if (at_ >= words_.size()) {
      throw BadInput(reader_.problems().source().name(),
                     "names no image; write `docker run [FLAGS] IMAGE`");
    }
    const Argument& image = words_[at_];
    out_.image = PlacedText{image.text, image.span};
    out_.span = image.span;
    if (out_.name.empty()) {
      out_.name = image.text;
      out_.what = fmt::format("the container of `{}`", image.text);
    } else {
      out_.what = fmt::format("container `{}`", out_.name);
    }
    read_command();
    return std::move(out_);
  }

 private:
  // What follows the image, where all of it is told.
  void read_command() {
    for (std::size_t i = at_ + 1; i < words_.size(); ++i) {
      if (words_[i].text.find_first_of("$`") != std::string::npos) {
        return out_.command.clear();
      }
      out_.command.push_back(words_[i].text);
    }
  }

  // A variable that is not an image may hold any number of flags.
  bool holds_flags() const {
    const std::string& text = words_[at_].text;
    return text.starts_with('$') && at_ + 1 < words_.size() &&
           text.find("IMAGE") == text.npos && text.find('/') == text.npos &&
           text.find(':') == text.npos;
  }

  bool at_image() {
    if (words_[at_].text == "--") {
      ++at_;
      return true;
    }
    if (words_[at_].text.starts_with('-')) return false;
    return !holds_flags();
  }

  void read_next() {
    const Argument& word = words_[at_++];
    if (word.text.starts_with("--")) return read_long(word);
    if (word.text.starts_with('-')) return read_letters(word);
    out_.incomplete_because =
        fmt::format("`{}` may hold more flags", word.text);
  }

  void read_long(const Argument& word) {
    const auto equals = std::min(word.text.find('='), word.text.size());
    const std::string name = word.text.substr(2, equals - 2);
    const bool has_value = equals < word.text.size();
    const lists::RunFlag* flag = find_flag(name);
    if (flag == nullptr) flag = meant(name, word);
    if (flag == nullptr) return;
    if (has_value) {
      read_flag(*flag, part_of(word, equals + 1), reader_);
    } else {
      read_flag(*flag, flag->takes_value ? next() : part_of(word, equals),
                reader_);
    }
  }

  // `-it`, `-p80:80`, `-u 0`, `-u=0`
  void read_letters(const Argument& word) {
    for (std::size_t i = 1; i < word.text.size(); ++i) {
      const lists::RunFlag* flag = find_flag(word.text[i]);
      if (flag == nullptr) {
        unknown(word, "-" + word.text.substr(i, 1));
        return;
      }
      if (flag->takes_value) {
        std::size_t from = i + 1;
        if (word.text.substr(from, 1) == "=") ++from;
        read_flag(*flag, from < word.text.size() ? part_of(word, from) : next(),
                  reader_);
        return;
      }
      read_flag(*flag, part_of(word, word.text.size()), reader_);
    }
  }

  Argument next() {
    if (at_ < words_.size()) return words_[at_++];
    // There is no image either, which is then said.
    return {"", "it is missing", words_.back().span};
  }

  void unknown(const Argument& word, const std::string& name) {
    std::vector<std::string> dashed;
    for (const auto it : flag_names()) {
      dashed.push_back("--" + std::string(it));
    }
    const std::vector<std::string_view> known(dashed.begin(), dashed.end());
    reader_.problems().unknown_flag(word.span, name, known);
  }

  // The flag that a misspelt name stands for tells whether a value follows.
  const lists::RunFlag* meant(const std::string& name, const Argument& word) {
    unknown(word, "--" + name);
    const lists::RunFlag* near = find_flag(closest(name, flag_names()));
    const bool apart = word.text.find('=') == std::string::npos;
    if (near != nullptr && near->takes_value && apart) next();
    return nullptr;
  }

  const Arguments& words_;
  std::size_t at_;
  ContainerSettings out_;
  SettingReader reader_;
};

// The commands of a line, whatever joins them.
std::vector<Arguments> commands_of(std::string_view text) {
  std::vector<Arguments> result;
  const shell::Script script = shell::parse_script(text);
  for (const shell::AndOr& list : script.commands) {
    for (const shell::Pipeline& pipeline : list.pipelines) {
      for (const shell::Command& command : pipeline.commands) {
        const auto* simple = command.as<shell::Simple>();
        if (simple == nullptr) continue;
        Arguments words;
        for (const auto& it : simple->words) {
          words.push_back(argument_of(it, text));
        }
        result.push_back(std::move(words));
      }
    }
  }
  return result;
}

}  // namespace
}  // namespace harden::containers

namespace harden {

SettingsFile read_run_line(SourceFile source) {
  using namespace containers;
  SettingsFile file;
  file.source = std::make_shared<const SourceFile>(std::move(source));
  Problems problems(*file.source, file.problems);
  Containers containers(*file.source, file.containers);
  for (const Arguments& words : commands_of(file.source->bytes())) {
    const std::size_t at = behind_command(words);
    if (at == std::string_view::npos) continue;
    containers.add(RunLineParser(words, at, problems).read());
  }
  if (file.containers.empty()) {
    throw BadInput(file.source->name(),
                   "is not a `docker run` or `podman run` line");
  }
  return file;
}

}  // namespace harden
