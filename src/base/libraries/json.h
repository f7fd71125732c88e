// nlohmann-json, compiled once (json.cpp): a source that reads or writes JSON
// includes this; a header that only names the types takes json_fwd.hpp.
#pragma once

#include <nlohmann/json.hpp>

// Of basic_json what is large and used: all of it would be its binary formats
// as well, which take three times as long to compile.
extern template nlohmann::basic_json<>::basic_json(const nlohmann::json&);
extern template void nlohmann::basic_json<>::json_value::destroy(
    nlohmann::json::value_t);
extern template nlohmann::basic_json<nlohmann::ordered_map>::basic_json(
    const nlohmann::ordered_json&);
extern template void
    nlohmann::basic_json<nlohmann::ordered_map>::json_value::destroy(
        nlohmann::ordered_json::value_t);
extern template class nlohmann::detail::serializer<nlohmann::json>;
extern template class nlohmann::detail::serializer<nlohmann::ordered_json>;

// What reads a std::string, and text in quotes.
extern template class nlohmann::detail::parser<
    nlohmann::json,
    nlohmann::detail::iterator_input_adapter<std::string::const_iterator>>;
extern template class nlohmann::detail::parser<
    nlohmann::json, nlohmann::detail::iterator_input_adapter<const char*>>;
extern template class nlohmann::detail::parser<
    nlohmann::ordered_json,
    nlohmann::detail::iterator_input_adapter<std::string::const_iterator>>;
