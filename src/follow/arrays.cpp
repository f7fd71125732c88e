// Arrays, and what sets variables by their names: read, mapfile, `printf -v` …
#include <algorithm>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "follow/arithmetic.h"
#include "follow/follower.h"

namespace harden {
namespace {

bool is_open(const Elements& list) {
  return std::ranges::any_of(list, &FieldValue::any_number);
}

}  // namespace

// What `name+=(…)` adds to; nullopt where nobody knows.
std::optional<Elements> Follower::elements_of(const std::string& name,
                                              const ShellState& state) const {
  const Value* found = state.variables.find(name);
  if (found == nullptr) {
    // Or what the environment says.
    return Elements{{either_of(nullptr, nullptr, "$" + name), true, {}}};
  }
  if (found->elements != nullptr) return *found->elements;
  if (found->unset) return Elements{};
  if (!found->known) return std::nullopt;
  return Elements{{*found, false, {}}};
}

// `name=(a b)`; `([key]=value)` is not worked out.
void Follower::assign_array(const shell::Assignment& it, ShellState& state) {
  Elements list;
  // zsh counts from 1.
  bool known = !is_one_of(base_name(surroundings_.shell), {"zsh"});
  for (const shell::Word& word : it.elements) {
    expander_.add_fields(word, context_.source->text, state, list);
    known = known && words_of(word.span).find("]=") == std::string::npos;
  }
  if (it.append && known) {
    auto all = elements_of(it.name, state);
    known = all.has_value();
    if (known) {
      all->insert(all->end(), list.begin(), list.end());
      list = *std::move(all);
    }
  }
  set_variable(it.name, known ? array_of(std::move(list)) : Value::unknown(),
               state);
}

// `name[2]=x`; `name[n=0]=x` sets `n`, too.
void Follower::assign_element(const shell::Assignment& it, ShellState& state) {
  const std::string text = words_of(it.span);
  const std::size_t begin = std::min(text.find('['), text.size() - 1);
  const std::size_t end = std::min(text.find(']', begin), text.size());
  const auto index = evaluate_arithmetic(
      std::string_view(text).substr(begin + 1, end - begin - 1), expander_,
      state);
  Value value = expander_.value_of(it.value, context_.source->text, state);
  const Value* found = state.variables.find(it.name);
  if (!index || it.append || found == nullptr || found->elements == nullptr) {
    return set_variable(it.name, Value::unknown("$" + it.name), state);
  }
  Elements list = *found->elements;
  const auto size = static_cast<std::int64_t>(list.size());
  if (*index < 0 || *index > size || is_open(list)) {
    return set_variable(it.name, Value::unknown("$" + it.name), state);
  }
  if (*index == size) list.emplace_back();
  list[static_cast<std::size_t>(*index)] = {std::move(value), false, {}};
  set_variable(it.name, array_of(std::move(list)), state);
}

// What printf prints, where that is easily told.
Value Follower::printed(const std::vector<FieldValue>& fields,
                        std::size_t format) const {
  if (format >= fields.size() || !fields[format].value.known) {
    return Value::unknown();
  }
  const std::string& text = fields[format].value.text;
  if (fields.size() == format + 1 && !fields[format].any_number &&
      text.find_first_of("%\\") == std::string::npos) {
    return fields[format].value;
  }
  if (fields.size() != format + 2 || text != "%s") return Value::unknown();
  const FieldValue& word = fields[format + 1];
  return word.any_number ? Value::unknown() : word.value;
}

// `printf -v NAME FORMAT …`
void Follower::print_into(const std::vector<FieldValue>& fields,
                          ShellState& state) {
  state.status.reset();
  if (fields.size() > 1 && !fields[1].value.known) {
    return state.variables.forget();
  }
  if (fields.size() < 3 || !fields[1].value.text.starts_with("-v")) return;
  const bool joined = fields[1].value.text.size() > 2;
  const Value name =
      joined ? Value::of(fields[1].value.text.substr(2)) : fields[2].value;
  if (!name.known) return state.variables.forget();
  expander_.work_out_subscripts(name.text);
  Value value = is_variable_name(name.text) && surroundings_.is_bash()
                    ? printed(fields, joined ? 2 : 3)
                    : Value::unknown();
  set_variable(name.text.substr(0, name.text.find('[')), std::move(value),
               state);
}

// read, mapfile, getopts: every word may be a name.
void Follower::read_into(const std::vector<FieldValue>& fields,
                         ShellState& state) {
  state.status.reset();
  for (const char* name : {"REPLY", "MAPFILE", "OPTARG", "OPTIND"}) {
    state.variables.set(name, Value::unknown());
  }
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const Value& word = fields[i].value;
    if (!word.known || fields[i].any_number) return state.variables.forget();
    expander_.work_out_subscripts(word.text);
    // `mapfile -C COMMAND`
    if (fields.front().value.text != "read" && word.text.starts_with("-C")) {
      expander_.may_run();
      return state.forget_all();
    }
    const std::string name = word.text.substr(0, word.text.find('['));
    Value value = Value::unknown("$" + name);
    if (context_.input_of_files) value.origin = Value::Origin::files;
    if (is_variable_name(name)) set_variable(name, std::move(value), state);
  }
}

namespace {

// The pieces of a line; nullopt where shells may differ. What is left over
// belongs to the last one.
std::optional<std::vector<std::string>> pieces_of(std::string_view line,
                                                  std::string_view separators,
                                                  std::size_t most) {
  const bool blanks = separators == " \t\n";
  if (!blanks && (separators.size() != 1 || separators == " ")) {
    return std::nullopt;
  }
  if (!blanks && line.ends_with(separators)) return std::nullopt;
  const auto trim = [&] {
    while (blanks && line.find_first_of(" \t") == 0) line.remove_prefix(1);
  };
  while (blanks && !line.empty() && is_one_of(line.back(), " \t")) {
    line.remove_suffix(1);
  }
  std::vector<std::string> result;
  for (trim(); !line.empty(); trim()) {
    const std::size_t end =
        result.size() + 1 == most ? line.npos : line.find_first_of(separators);
    result.emplace_back(line.substr(0, end));
    line.remove_prefix(end == line.npos ? line.size() : end + 1);
  }
  return result;
}

}  // namespace

// `read [-r] NAME … <<< TEXT`: what the names are then. Called behind
// read_into(), which made them unknown.
void Follower::read_text(const shell::Command& it,
                         const std::vector<FieldValue>& fields,
                         ShellState& state) {
  std::size_t at = 1;
  if (at < fields.size() && fields[at].value.text == "-r") ++at;
  if (at >= fields.size() || it.redirections.size() != 1 ||
      !std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(at),
                   fields.end(), [](const FieldValue& each) {
                     return each.value.known &&
                            is_variable_name(each.value.text);
                   })) {
    return;
  }
  const auto input = input_text(it, state);
  const Value separators = expander_.variable("IFS", state);
  if (!input || !input->certain() || !separators.certain()) return;
  const std::string line = input->text.substr(0, input->text.find('\n'));
  if (line.find('\\') != std::string::npos) return;
  const auto pieces = pieces_of(line, separators.text, fields.size() - at);
  if (!pieces) return;
  for (std::size_t i = at; i < fields.size(); ++i) {
    const bool more = i - at < pieces->size();
    set_variable(fields[i].value.text,
                 Value::of(more ? (*pieces)[i - at] : std::string()), state);
  }
}

}  // namespace harden
