// nlohmann-json, compiled once (json.cpp): a source that reads or writes JSON
// includes this; a header that only names the types takes json_fwd.hpp.
#pragma once

#include <nlohmann/json.hpp>

extern template class nlohmann::basic_json<>;
extern template class nlohmann::basic_json<nlohmann::ordered_map>;
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
