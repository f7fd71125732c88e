#include "base/libraries/json.h"

template nlohmann::basic_json<>::basic_json(const nlohmann::json&);
template void nlohmann::basic_json<>::json_value::destroy(
    nlohmann::json::value_t);
template nlohmann::basic_json<nlohmann::ordered_map>::basic_json(
    const nlohmann::ordered_json&);
template void nlohmann::basic_json<nlohmann::ordered_map>::json_value::destroy(
    nlohmann::ordered_json::value_t);
template class nlohmann::detail::serializer<nlohmann::json>;
template class nlohmann::detail::serializer<nlohmann::ordered_json>;

template class nlohmann::detail::parser<
    nlohmann::json,
    nlohmann::detail::iterator_input_adapter<std::string::const_iterator>>;
template class nlohmann::detail::parser<
    nlohmann::json, nlohmann::detail::iterator_input_adapter<const char*>>;
template class nlohmann::detail::parser<
    nlohmann::ordered_json,
    nlohmann::detail::iterator_input_adapter<std::string::const_iterator>>;
