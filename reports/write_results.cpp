// SPDX-License-Identifier: Apache-2.0
#include "reports/write_results.hpp"

#include "reports/csv_tables.hpp"
#include "reports/digest.hpp"
#include "reports/manifest.hpp"
#include "reports/page.hpp"
#include "reports/series_index.hpp"
#include "reports/staged_folder.hpp"
#include "reports/stored_solution.hpp"
#include "reports/summary_json.hpp"
#include "reports/workbook.hpp"

namespace indus::reports {

void write_results(const model::System& system, const model::Solution& solution, const RunInfo& info,
                   const std::filesystem::path& folder) {
    const Digest digested = digest(system, solution);
    const SeriesIndex series{system, solution};
    StagedFolder stage{folder};
    const PageInput page{system, solution, digested, series, info};
    stage.write("report.html", [&](const Sink& sink) { write_page(page, sink); });
    stage.write("summary.json", summary_json(system, solution, digested, info.objective, info.rigid));
    if (solution.has_solution())
        for (const CsvTable& table : csv_tables(system, solution, digested, series))
            stage.write(table.file, table.write);
    stage.write_file("results.xlsx", [&](const std::filesystem::path& file) { write_workbook(page, file); });
    stage.write_gzip("solution.json.gz", [&](const Sink& sink) { write_stored_solution(system, solution, sink); });
    stage.write("manifest.json", manifest_json(system, solution, info, stage.files()));
    stage.publish();
}

}  // namespace indus::reports
