// fmt, compiled once: Debian has no static archive of it, and header-only it
// would be compiled again in every source that formats a message.
#include <fmt/format-inl.h>

namespace fmt {
inline namespace v9 {
namespace detail {

template FMT_API auto dragonbox::to_decimal(float)
    -> dragonbox::decimal_fp<float>;
template FMT_API auto dragonbox::to_decimal(double)
    -> dragonbox::decimal_fp<double>;

template FMT_API thousands_sep_result<char> thousands_sep_impl(locale_ref);
template FMT_API char decimal_point_impl(locale_ref);
template FMT_API void buffer<char>::append(const char*, const char*);
template FMT_API void vformat_to(buffer<char>&, string_view,
                                 basic_format_args<FMT_BUFFER_CONTEXT(char)>,
                                 locale_ref);

}  // namespace detail
}  // namespace v9
}  // namespace fmt
