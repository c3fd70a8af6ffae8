// SPDX-License-Identifier: Apache-2.0
#include "reports/assets.hpp"

// Symbols of cmake/embed.cmake.
extern "C" {
extern const char indus_asset_report_html_begin[], indus_asset_report_html_end[];
extern const char indus_asset_report_css_begin[], indus_asset_report_css_end[];
extern const char indus_asset_report_js_begin[], indus_asset_report_js_end[];
extern const char indus_asset_echarts_js_begin[], indus_asset_echarts_js_end[];
}

namespace indus::reports::assets {

namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view page() { return between(indus_asset_report_html_begin, indus_asset_report_html_end); }
std::string_view style() { return between(indus_asset_report_css_begin, indus_asset_report_css_end); }
std::string_view script() { return between(indus_asset_report_js_begin, indus_asset_report_js_end); }
std::string_view charts() { return between(indus_asset_echarts_js_begin, indus_asset_echarts_js_end); }

}  // namespace indus::reports::assets
