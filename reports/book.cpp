// SPDX-License-Identifier: Apache-2.0
#include "reports/book.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <utility>

#include "reports/zip_parts.hpp"

namespace indus::reports {

namespace {

constexpr lxw_color_t ink = 0x1F2933, paper_blue = 0xDCE6F1, line_grey = 0x9AA5B1;

/// The calendar of seconds since 1970, which the library reads as UTC.
std::time_t seconds_of(model::TimePoint time) { return static_cast<std::time_t>(time.time_since_epoch().count()) * 60; }

void style_heading(lxw_format* format, Look look) {
    format_set_bold(format);
    if (look == Look::title) format_set_font_size(format, 16);
    if (look == Look::heading) format_set_font_size(format, 12);
    if (look != Look::header) return;
    format_set_bg_color(format, paper_blue);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bottom_color(format, line_grey);
}

void style_sentence(lxw_format* format, Look look) {
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look == Look::prose) return;
    format_set_bold(format);
    const bool good = look == Look::good, warning = look == Look::warning;
    format_set_bg_color(format, good ? 0xDDF3E4 : warning ? 0xFFF1CC : 0xFADBD8);
    format_set_font_color(format, good ? 0x14532D : warning ? 0x7A4B00 : 0x8B1A10);
}

const char* number_format(Look look) {
    switch (look) {
        case Look::time:
            return "yyyy-mm-dd hh:mm";
        case Look::whole:
            return "#,##0";
        case Look::tenth:
            return "#,##0.0";
        case Look::hundredth:
            return "#,##0.00";
        case Look::fine:
            return "0.000";
        case Look::share:
            return "0.0%";
        default:
            return nullptr;
    }
}

}  // namespace

Look look_of(std::string_view unit) {
    if (unit == "share") return Look::share;
    if (unit == "money" || unit == "tCO2" || unit == "GJ" || unit == "t") return Look::whole;
    if (unit == "money/MWh") return Look::hundredth;
    if (unit == "MW" || unit == "MWh" || unit == "h") return Look::tenth;
    if (unit == "tCO2/MWh" || unit == "tCO2/unit" || unit == "MWh/unit") return Look::fine;
    return Look::plain;
}

Book::Book(std::filesystem::path file, const std::string& title, model::TimePoint created) : file_{std::move(file)} {
    const std::string name = file_.string(), folder = file_.parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = const_cast<char*>(folder.c_str());  // the library copies it
    book_ = workbook_new_opt(name.c_str(), &options);
    if (book_ == nullptr) fail("no memory");
    const std::string safe_title = cell_text(title);
    lxw_doc_properties properties{};
    properties.title = const_cast<char*>(safe_title.c_str());  // idem
    properties.author = const_cast<char*>("Indus");
    properties.created = seconds_of(created);
    workbook_set_properties(book_, &properties);
    make_formats();
}

Book::~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
}

void Book::make_formats() {
    for (std::size_t i = 0; i < look_count; ++i) {
        const Look look = static_cast<Look>(i);
        lxw_format* format = workbook_add_format(book_);
        if (format == nullptr) fail("no memory");
        format_set_font_color(format, ink);
        if (look == Look::title || look == Look::heading || look == Look::header) style_heading(format, look);
        if (look >= Look::prose && look <= Look::bad) style_sentence(format, look);
        if (look == Look::time) format_set_align(format, LXW_ALIGN_LEFT);
        if (const char* digits = number_format(look)) format_set_num_format(format, digits);
        formats_.push_back(format);
    }
}

Sheet& Book::add_sheet(std::string_view wanted) {
    std::vector<std::string> taken;
    for (const Sheet& sheet : sheets_) taken.push_back(sheet.name());
    const std::string name = sheet_name(wanted, taken);
    lxw_worksheet* handle = workbook_add_worksheet(book_, name.c_str());
    if (handle == nullptr) fail(fmt::format("no sheet '{}': {}", name, std::strerror(errno)));
    worksheet_set_landscape(handle);
    worksheet_set_paper(handle, 9);  // A4
    worksheet_fit_to_pages(handle, 1, 0);
    return sheets_.emplace_back(*this, handle, name);
}

lxw_chart* Book::add_chart(int type) {
    lxw_chart* chart = workbook_add_chart(book_, static_cast<uint8_t>(type));
    if (chart == nullptr) fail("no memory");
    return chart;
}

void Book::close() {
    std::map<std::string, long> least_bytes;
    for (Sheet& sheet : sheets_) {
        sheet.finish();
        std::FILE* rows = sheet.handle()->optimize_tmpfile;
        if (std::fflush(rows) != 0 || std::ferror(rows) != 0) fail(std::strerror(errno));
        least_bytes[fmt::format("xl/worksheets/sheet{}.xml", least_bytes.size() + 1)] = std::ftell(rows);
    }
    errno = 0;
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    const int cause = errno;
    if (error != LXW_NO_ERROR) fail(cause != 0 ? std::strerror(cause) : lxw_strerror(error));
    check_parts(least_bytes);
}

/// The library does not look whether its temporary files took every byte: a full disk shows only in what it made.
void Book::check_parts(const std::map<std::string, long>& least_bytes) const {
    std::size_t whole_sheets = 0;
    for_each_zip_part(file_, [&](const std::string& name, std::string_view text) {
        if (!ends_with_root(text)) fail(fmt::format("{} was cut off: {}", name, std::strerror(ENOSPC)));
        const auto sheet = least_bytes.find(name);
        if (sheet != least_bytes.end() && static_cast<long>(text.size()) > sheet->second) ++whole_sheets;
    });
    if (whole_sheets != least_bytes.size()) fail(fmt::format("rows are missing: {}", std::strerror(ENOSPC)));
}

void Book::fail(std::string_view why) const {
    throw std::runtime_error(fmt::format("cannot write {}: {}", file_.string(), why));
}

}  // namespace indus::reports
