// SPDX-License-Identifier: Apache-2.0
// The last sheet: the fields of every component, one table per kind.
#include <fmt/format.h>

#include "reports/input_tables.hpp"
#include "reports/workbook_sheets.hpp"

namespace indus::reports {

namespace {

void write_cell(Sheet& sheet, const HtmlColumn& column, std::size_t row) {
    if (column.values[row])
        sheet.number(*column.values[row]);
    else if (column.texts[row].empty())
        sheet.blank();
    else
        sheet.text(column.texts[row]);
}

void write_files(const PageInput& in, Sheet& sheet) {
    if (in.info.inputs.empty()) return;
    sheet.text("Files that were read", Look::heading).end_row();
    sheet.text("File", Look::header).text("Bytes", Look::header).text("SHA-256", Look::header).end_row();
    for (const RunInfo::File& file : in.info.inputs)
        sheet.text(file.path).number(static_cast<double>(file.bytes), Look::whole).text(file.sha256).end_row();
}

}  // namespace

void write_input_sheet(const PageInput& in, Book& book) {
    Sheet& sheet = book.add_sheet("Inputs");
    for (const InputTable& input : input_tables(in.system)) {
        const std::vector<HtmlColumn>& columns = input.table.columns;
        sheet.text(input.title + ": " + input.table.caption, Look::heading).end_row();
        for (const HtmlColumn& column : columns) sheet.text(column.title, Look::header);
        sheet.end_row();
        for (std::size_t row = 0; !columns.empty() && row < columns.front().texts.size(); ++row) {
            for (const HtmlColumn& column : columns) write_cell(sheet, column, row);
            sheet.end_row();
        }
        sheet.end_row();
    }
    write_files(in, sheet);
}

}  // namespace indus::reports
