#include "base/libraries/json.h"

template nlohmann::json::basic_json(const nlohmann::json&);
template void nlohmann::json::json_value::destroy(nlohmann::json::value_t);
template nlohmann::ordered_json::basic_json(const nlohmann::ordered_json&);
template void nlohmann::ordered_json::json_value::destroy(
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
